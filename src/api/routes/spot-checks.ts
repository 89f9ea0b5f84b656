import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { spotChecksPage } from '../../../dashboards/pages/spot-checks.ts';
import { SpotChecks } from '../../../dashboards/views/spot-checks.ts';
import { labelSpotCheck } from '../../store/spot-checks/spot-checks.ts';
import { viewerOf } from '../identity.ts';
import type { Services } from '../services.ts';
import { findTeam } from '../team.ts';
import { notFound, UserError } from '../user-error.ts';
import { addView, ErrorBody, noParams } from '../view-route.ts';
import { spotChecksView } from '../views/spot-checks.ts';
import { createVocabulary } from '../views/vocabulary.ts';

const itemFields = {
  week: Type.String({ format: 'date' }),
  documentId: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
};
const LabelBody = Type.Object(
  {
    ...itemFields,
    categories: Type.Array(Type.String(), { description: 'Ids of the topics it is about', maxItems: 200 }),
    team: Type.Union([Type.String(), Type.Null()], {
      description: 'The department it belongs to; null for no complaint',
    }),
  },
  { additionalProperties: false },
);
type LabelBody = Static<typeof LabelBody>;
/** A form has a field `category:<id>` for each box that is ticked. */
const LabelForm = Type.Object(
  { ...itemFields, team: Type.Optional(Type.String()) },
  { patternProperties: { '^category:': Type.String() }, additionalProperties: false },
);
const noQuery = Type.Object({}, { additionalProperties: false });

/** The page of spot checks, and what a person says of a text. */
export function addSpotCheckRoutes(app: FastifyInstance, services: Services, frame: Frame): void {
  addView(app, frame, {
    ...{ page: '/spot-checks', api: '/api/spot-checks', may: 'texts', summary: 'Counts corrected by a sample' },
    params: noParams,
    ...{ query: noQuery, view: SpotChecks, render: spotChecksPage },
    build: () => spotChecksView(services),
  });
  const config = { may: 'texts' as const };
  app.post('/spot-checks', { config, schema: { hide: true, body: LabelForm } }, async (request, reply) => {
    const { week, documentId, team, ...rest } = request.body as Static<typeof LabelForm>;
    const categories = Object.keys(rest).map((field) => field.slice('category:'.length));
    await keepLabel(request, services, { week, documentId, team: team ?? null, categories });
    return reply.redirect('/spot-checks', 303);
  });
  const described = { summary: 'Say what a text of the sample is about', tags: ['work'] };
  app.post(
    '/api/spot-checks',
    { config, schema: { ...described, body: LabelBody, response: { 200: SpotChecks, '4xx': ErrorBody } } },
    async (request) => {
      await keepLabel(request, services, request.body as LabelBody);
      return spotChecksView(services);
    },
  );
}

async function keepLabel(request: FastifyRequest, services: Services, label: LabelBody): Promise<void> {
  const { database, routing, taxonomy, now } = services;
  const vocabulary = createVocabulary(taxonomy);
  const unknown = label.categories.find((id) => !vocabulary.find(id));
  if (unknown !== undefined) throw new UserError(400, `The vocabulary has no topic "${unknown}".`);
  if (label.team && !findTeam(routing, label.team)) {
    throw new UserError(400, `There is no department "${label.team}": use ${Object.keys(routing.teams).join(', ')}.`);
  }
  const by = viewerOf(request).name;
  const categories = withHeadings(label.categories, (id) => vocabulary.find(id)?.parent ?? null);
  if (!(await labelSpotCheck(database, { ...label, team: label.team || null, categories, by }, now()))) {
    throw notFound(
      `text ${label.documentId} in the sample of ${label.week}`,
      'The page "Spot checks" shows what waits.',
    );
  }
}

/** A text about a topic counts for the headings above it too. */
function withHeadings(categories: string[], parentOf: (id: string) => string | null): string[] {
  const all = new Set<string>();
  for (const category of categories) {
    for (let id: string | null = category; id !== null; id = parentOf(id)) all.add(id);
  }
  return [...all].sort();
}
