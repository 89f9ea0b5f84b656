import { Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { rulesPage } from '../../../dashboards/pages/rules.ts';
import { Rules } from '../../../dashboards/views/rules.ts';
import type { Services } from '../services.ts';
import { addView, noParams } from '../view-route.ts';

const RulesQuery = Type.Object(
  {
    texts: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000, default: 5000, description: 'How many of the latest texts' }),
    ),
  },
  { additionalProperties: false },
);

/** The rules in words, held against the latest texts. */
export function addRules(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/routing/rules', api: '/api/routing/rules', may: 'results', summary: 'What each rule does' },
    ...{ params: noParams, query: RulesQuery, view: Rules, render: rulesPage },
    build: ({ query }) => services.checkRules(query.texts ?? 5000),
  });
}
