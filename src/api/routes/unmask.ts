import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { textPage } from '../../../dashboards/pages/text.ts';
import { TextView } from '../../../dashboards/views/texts.ts';
import { addAuditEvent } from '../../store/audit/add-audit-event.ts';
import { frameFor } from '../frame.ts';
import { viewerOf } from '../identity.ts';
import { sendPage } from '../send-page.ts';
import type { Services } from '../services.ts';
import { ErrorBody } from '../view-route.ts';
import { textViewFor } from '../views/text-for.ts';

const Params = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

/** Showing a text with the personal data that others than its department do not see. Each look goes to the audit trail. */
export function addUnmask(app: FastifyInstance, services: Services, frame: Frame): void {
  const config = { may: 'cases' as const };
  const unmask = async (request: FastifyRequest): Promise<TextView> => {
    const { id } = request.params as Static<typeof Params>;
    const viewer = viewerOf(request);
    const view = await textViewFor(services, viewer, id, []);
    await addAuditEvent(
      services.database,
      { actor: viewer, action: 'unmasked', subject: `text ${id}` },
      services.now(),
    );
    return view;
  };
  app.post('/texts/:id/unmask', { config, schema: { hide: true, params: Params } }, async (request, reply) => {
    sendPage(reply, textPage(await unmask(request), frameFor(request, frame)));
    return reply;
  });
  const summary = 'One text with personal data shown; the audit trail remembers who looked';
  const schema = { summary, tags: ['work'], params: Params, response: { 200: TextView, '4xx': ErrorBody } };
  app.post('/api/texts/:id/unmask', { config, schema }, unmask);
}
