import { operatorOf } from '../../api/access/viewer.ts';
import { periodOf } from '../../api/routes/routing-history.ts';
import { changeModelState } from '../../api/routes/routing-models.ts';
import type { Services } from '../../api/services.ts';
import { routingQualityView } from '../../api/views/routing-quality.ts';
import { closedCases } from '../../store/routing/closed-cases.ts';
import { addRoutingModel } from '../../store/routing/routing-models.ts';
import type { RoutingEngine } from './routing-engine.ts';

const viewer = operatorOf('command line');

/** Routing, in a store that this process has open. */
export function openLocalRouting(services: Services): RoutingEngine {
  const { database, routing, now } = services;
  return {
    closedCases: (period) => closedCases(database, { ...periodOf(period), except: routing.triage }),
    addModel: (learned) => addRoutingModel(database, learned, learned.files, now()),
    check: services.checkRules,
    models: async () => (await routingQualityView(services, viewer, {})).models,
    setState: (id, state) => changeModelState(services, viewer, id, state),
  };
}
