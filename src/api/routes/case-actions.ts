import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CaseView } from '../../../dashboards/views/departments.ts';
import type { CaseOutcome } from '../../store/cases/lock-case.ts';
import { viewerOf } from '../identity.ts';
import { caseHref } from '../links.ts';
import type { Services } from '../services.ts';
import { notFound, UserError } from '../user-error.ts';
import { ErrorBody } from '../view-route.ts';
import { caseView } from '../views/case.ts';
import { CaseActionBody, type CaseDeed, caseDeeds, doToCase } from './do-to-case.ts';

const CaseActionParams = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  action: Type.Unsafe<CaseDeed>({ type: 'string', enum: [...caseDeeds] }),
});

/** What people do with cases. */
export function addCaseActions(app: FastifyInstance, services: Services): void {
  const schema = { params: CaseActionParams, body: Type.Union([CaseActionBody, Type.Null()]) };

  const config = { may: 'cases' as const };
  app.post('/cases/:id/:action', { config, schema: { ...schema, hide: true } }, async (request, reply) => {
    const id = await act(request, services);
    return reply.redirect(caseHref(id), 303);
  });

  const described = {
    summary: 'Accept, answer, close, reopen, reassign, note, own, due, tag, merge or split a case',
    tags: ['work'],
    response: { 200: CaseView, '4xx': ErrorBody },
  };
  app.post('/api/cases/:id/:action', { config, schema: { ...schema, ...described } }, async (request) =>
    caseView(services, await act(request, services)),
  );
}

async function act(request: FastifyRequest, services: Services): Promise<number> {
  const { id, action } = request.params as Static<typeof CaseActionParams>;
  const body = (request.body ?? {}) as Static<typeof CaseActionBody>;
  const outcome = await doToCase(services, { caseId: id, action, body, viewer: viewerOf(request) });
  tellOutcome(id, outcome);
  request.log.info({ caseId: id, action }, 'changed a case');
  return id;
}

/** @throws UserError where nothing was changed. */
function tellOutcome(id: number, outcome: CaseOutcome): void {
  if (outcome === 'missing') throw notFound(`case ${id}`, 'The page "Departments" leads to all cases.');
  if (outcome === 'stale') {
    throw new UserError(409, `Somebody else changed case ${id} while you looked at it. Look at it again, then decide.`);
  }
  if (outcome === 'refused') {
    throw new UserError(
      409,
      `Case ${id} was changed meanwhile, so this cannot be done any more. Look at it again first.`,
    );
  }
}
