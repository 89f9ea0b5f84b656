import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CaseView } from '../../../dashboards/views/departments.ts';
import { type CaseAction, caseActions } from '../../cases/actions.ts';
import { changeCase } from '../../store/cases/change-case.ts';
import { viewerOf } from '../identity.ts';
import { caseHref } from '../links.ts';
import type { Services } from '../services.ts';
import { findTeam } from '../team.ts';
import { notFound, UserError } from '../user-error.ts';
import { ErrorBody } from '../view-route.ts';
import { caseView } from '../views/case.ts';

const CaseActionParams = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  action: Type.Unsafe<CaseAction>({ type: 'string', enum: [...caseActions] }),
});
const CaseActionBody = Type.Object(
  {
    team: Type.Optional(Type.String({ description: 'The department that a reassigned case goes to' })),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);

/** What people do with cases: accept, close, reopen, reassign. */
export function addCaseActions(app: FastifyInstance, services: Services): void {
  const schema = { params: CaseActionParams, body: Type.Union([CaseActionBody, Type.Null()]) };

  const config = { may: 'cases' as const };
  app.post('/cases/:id/:action', { config, schema: { ...schema, hide: true } }, async (request, reply) => {
    const id = await act(request, services);
    return reply.redirect(caseHref(id), 303);
  });

  const described = {
    summary: 'Accept, close, reopen or reassign a case',
    tags: ['work'],
    response: { 200: CaseView, '4xx': ErrorBody },
  };
  app.post('/api/cases/:id/:action', { config, schema: { ...schema, ...described } }, async (request) =>
    caseView(services, await act(request, services)),
  );
}

async function act(request: FastifyRequest, { database, routing, destinations, now }: Services): Promise<number> {
  const { id, action } = request.params as Static<typeof CaseActionParams>;
  const { team, note = '' } = (request.body ?? {}) as Static<typeof CaseActionBody>;
  if (action === 'reassign' && (team === undefined || !findTeam(routing, team))) {
    throw new UserError(400, `Say which department it goes to: one of ${Object.keys(routing.teams).join(', ')}.`);
  }
  const viewer = viewerOf(request);
  const change = {
    ...{ caseId: id, action, note: note.trim(), actor: viewer.name, userId: viewer.userId },
    team: action === 'reassign' ? (team ?? null) : null,
  };
  const outcome = await changeCase(database, change, now(), destinations);
  if (outcome === 'missing') throw notFound(`case ${id}`, 'The page "Departments" leads to all cases.');
  if (outcome === 'refused') {
    throw new UserError(
      409,
      `Case ${id} was changed meanwhile, so this cannot be done any more. Look at it again first.`,
    );
  }
  request.log.info({ caseId: id, action }, 'changed a case');
  return id;
}
