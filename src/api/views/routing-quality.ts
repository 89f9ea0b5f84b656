import { type Static, Type } from '@sinclair/typebox';
import type { CurvePointView, RoutingModelRow, RoutingQualityView } from '../../../dashboards/views/routing-quality.ts';
import { type CurvePoint, costAt, costCurve, type RoutingCosts } from '../../route/learned/cost-curve.ts';
import { judgeTeams } from '../../route/learned/judge-teams.ts';
import { type ModelQuality, unpackQuality } from '../../route/learned/model-quality.ts';
import { countClosedCases } from '../../store/routing/closed-cases.ts';
import { listRoutingModels, type RoutingModel } from '../../store/routing/routing-models.ts';
import { seesTeam, type Viewer } from '../access/viewer.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';
import { notFound } from '../user-error.ts';
import { routingAccuracy } from './routing-accuracy.ts';
import { routingDrift } from './routing-drift.ts';
import { routingShadow } from './routing-shadow.ts';

const cost = (description: string) => Type.Optional(Type.Number({ minimum: 0, maximum: 1e9, description }));

export const RoutingQualityQuery = Type.Object(
  {
    model: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The model to draw the curve of; left out, the live one' }),
    ),
    misroute: cost('What a complaint at a wrong team costs'),
    look: cost('What a person who looks at a complaint costs'),
  },
  { additionalProperties: false },
);
export type RoutingQualityQuery = Static<typeof RoutingQualityQuery>;

/** Whether complaints go where they belong; the curve of a model for the costs asked, or those of the pipeline. */
export async function routingQualityView(
  services: Services,
  viewer: Viewer,
  query: RoutingQualityQuery,
): Promise<RoutingQualityView> {
  const { database, quality, routing } = services;
  const { confidence } = quality;
  const costs = {
    misroute: query.misroute ?? quality.routing.costs.misroute,
    look: query.look ?? quality.routing.costs.look,
  };
  const models = await listRoutingModels<ModelQuality>(database);
  const chosen = choose(models, query.model);
  const rowOf = (model: RoutingModel<ModelQuality>) => modelRow(model, costs, confidence);
  return {
    ...{ confidence, costs, models: models.map(rowOf) },
    chosen: chosen ? { model: rowOf(chosen), ...curveOf(chosen, costs, services) } : null,
    closed: await countClosedCases(database, routing.triage),
    fewestExamples: quality.routing.fewestExamples,
    accuracy: (await routingAccuracy(services)).filter(({ team }) => seesTeam(viewer, team.team)),
    drift: await routingDrift(services),
    shadow: await routingShadow(services, viewer, models),
  };
}

/** @throws UserError where the model asked for is not there. */
function choose(models: RoutingModel<ModelQuality>[], id?: number): RoutingModel<ModelQuality> | undefined {
  if (id === undefined) return models.find(({ state }) => state === 'live') ?? models[0];
  const found = models.find((model) => model.id === id);
  if (!found) throw notFound(`routing model ${id}`, 'The page "Routing" lists all that there are.');
  return found;
}

function modelRow(model: RoutingModel<ModelQuality>, costs: RoutingCosts, confidence: number): RoutingModelRow {
  const { id, source, examples, state } = model;
  const judged = unpackQuality(model.quality);
  return {
    ...{ id, source, examples, state, complaints: judged.length },
    madeAt: model.madeAt.toISOString(),
    changedAt: model.changedAt.toISOString(),
    now: pointView(costAt(judged, model.threshold, costs, confidence)),
    href: `/routing/quality?model=${id}`,
  };
}

function curveOf(model: RoutingModel<ModelQuality>, costs: RoutingCosts, { quality, routing }: Services) {
  const judged = unpackQuality(model.quality);
  const { points, best } = costCurve(judged, costs, quality.confidence);
  const { teams, confusions } = judgeTeams(judged, model.threshold, quality.confidence);
  const named = (team: string) => ({ team, name: teamName(routing, team) });
  return {
    points: points.map(pointView),
    best: pointView(best),
    teams: teams.map(({ team, complaints, routed, right, precision }) => {
      return { team: named(team), complaints, routed, right, precision };
    }),
    confusions: confusions.map(({ truth, given, count }) => ({ truth: named(truth), given: named(given), count })),
  };
}

function pointView({ threshold, routed, share, errors, cost }: CurvePoint): CurvePointView {
  return { threshold: Number.isFinite(threshold) ? threshold : null, routed, share, errors, cost };
}
