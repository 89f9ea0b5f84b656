import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nameVerdicts } from '../../types/findings.ts';
import { viewerOf } from '../identity.ts';
import type { Services } from '../services.ts';
import { UserError } from '../user-error.ts';
import { ErrorBody } from '../view-route.ts';

const CategoryForm = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80 }),
    parent: Type.Optional(Type.String({ description: 'Id of the category above; empty for none' })),
    cues: Type.String({ minLength: 1, maxLength: 4000, description: 'The words by which it is seen, one cue a line' }),
    origin: Type.Optional(Type.String({ maxLength: 80, description: 'Id of the discovered topic that it is made of' })),
  },
  { additionalProperties: false },
);
const NameForm = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 120 }),
    verdict: Type.Unsafe<(typeof nameVerdicts)[number]>({ type: 'string', enum: [...nameVerdicts] }),
  },
  { additionalProperties: false },
);
const Learned = Type.Object({ category: Type.String({ description: 'Id of the category; empty for noise' }) });

/** What people make of discoveries: a topic becomes a category, a name a competitor, a product or noise. */
export function addDiscoveries(app: FastifyInstance, services: Services): void {
  const config = { may: 'texts' as const };
  const described = (summary: string) => ({ summary, tags: ['work'], response: { 200: Learned, '4xx': ErrorBody } });
  const ways = [
    { path: 'categories', body: CategoryForm, learn: learnCategory, summary: 'Add a category to the vocabulary' },
    { path: 'names', body: NameForm, learn: learnName, summary: 'Say what a name stands for' },
  ];
  for (const { path, body, learn, summary } of ways) {
    app.post(`/discoveries/${path}`, { config, schema: { body, hide: true } }, async (request, reply) => {
      await learn(request, services);
      return reply.redirect('/discoveries', 303);
    });
    app.post(`/api/discoveries/${path}`, { config, schema: { body, ...described(summary) } }, async (request) => ({
      category: await learn(request, services),
    }));
  }
}

async function learnCategory(request: FastifyRequest, { vocabulary }: Services): Promise<string> {
  const { name, parent = '', cues, origin = '' } = request.body as Static<typeof CategoryForm>;
  const outcome = await vocabulary.learnCategory({
    ...{ name: name.trim(), facet: 'topic', parent: parent || null, origin: origin || null, actor: viewerOf(request) },
    cues: cues
      .split('\n')
      .map((cue) => cue.trim())
      .filter(Boolean),
  });
  return settled(outcome);
}

async function learnName(request: FastifyRequest, { vocabulary }: Services): Promise<string> {
  const { name, verdict } = request.body as Static<typeof NameForm>;
  return settled(await vocabulary.learnName({ name, verdict, actor: viewerOf(request) }));
}

function settled(outcome: { id: string } | { problem: string }): string {
  if ('problem' in outcome) throw new UserError(400, outcome.problem);
  return outcome.id;
}
