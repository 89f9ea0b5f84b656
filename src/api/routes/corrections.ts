import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { VerdictSchema } from '../../../dashboards/views/shared.ts';
import { TextView } from '../../../dashboards/views/texts.ts';
import { viewerOf } from '../identity.ts';
import { textHref } from '../links.ts';
import { maskView } from '../personal/mask-view.ts';
import type { Services } from '../services.ts';
import { notFound, UserError } from '../user-error.ts';
import { ErrorBody } from '../view-route.ts';
import { textAsSeen } from '../views/text-for.ts';

const Params = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
const Body = Type.Object(
  {
    category: Type.String({ minLength: 1, description: 'Id of a category of the vocabulary' }),
    verdict: VerdictSchema,
    // A form sends a field left empty as ''.
    sentence: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0 }), Type.Literal('')], {
        description: 'Which of its sentences says so, from 0; left out, the text as a whole',
      }),
    ),
  },
  { additionalProperties: false },
);

/** What people say of the topics of a text: that it names one, that it does not, or that neither holds any more. */
export function addCorrections(app: FastifyInstance, services: Services): void {
  addExamples(app, services);
  const schema = { params: Params, body: Body };
  const config = { may: 'texts' as const };
  app.post('/texts/:id/corrections', { config, schema: { ...schema, hide: true } }, async (request, reply) => {
    const id = await correct(request, services);
    return reply.redirect(`${textHref(id)}#evidence`, 303);
  });
  const described = {
    summary: "Say that a text names a category, or that it doesn't",
    tags: ['work'],
    response: { 200: TextView, '4xx': ErrorBody },
  };
  app.post('/api/texts/:id/corrections', { config, schema: { ...schema, ...described } }, async (request) =>
    textAsSeen(services, request, await correct(request, services), []),
  );
}

const Examples = Type.Array(Type.Object({ text: Type.String(), labels: Type.Array(Type.String()) }));

/** The texts that people have judged, whole: for `earshot train`, so for operators alone. */
function addExamples(app: FastifyInstance, { intake }: Services): void {
  const schema = {
    summary: 'What people said of texts, as examples to learn from',
    tags: ['work'],
    response: { 200: Examples, '4xx': ErrorBody },
  };
  app.get('/api/corrections', { config: { may: 'operate' }, schema }, async (request) => {
    const examples = await intake.correctedExamples();
    // Programs of this machine can read the store itself.
    return request.identity === 'command line' ? examples : maskView(examples);
  });
}

async function correct(request: FastifyRequest, { intake, taxonomy }: Services): Promise<number> {
  const { id } = request.params as Static<typeof Params>;
  const { category, verdict, sentence = '' } = request.body as Static<typeof Body>;
  // What was said of a category that the vocabulary has lost can still be taken back.
  if (verdict !== 'withdrawn' && !taxonomy.categories.some((known) => known.id === category)) {
    throw new UserError(
      400,
      `The vocabulary has no category "${category}"; the page "Topics" lists those that it has.`,
    );
  }
  const outcome = await intake.correct({
    ...{ documentId: id, category, verdict, actor: viewerOf(request) },
    sentence: sentence === '' ? null : sentence,
  });
  if (outcome === 'missing') throw notFound(`text ${id}`, 'The page "Texts" lists all that there are.');
  if (outcome === 'no sentence') throw new UserError(400, `Text ${id} has no sentence ${sentence}; they count from 0.`);
  if (outcome === 'unread') {
    throw new UserError(409, `No model reads the language of text ${id}, so it is in no count of a topic.`);
  }
  request.log.info({ documentId: id, category, verdict }, 'a person corrected a text');
  return id;
}
