import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Frame } from '../../dashboards/layout.ts';
import { errorPage } from '../../dashboards/pages/error.ts';
import { frameFor } from './frame.ts';
import { sendPage } from './send-page.ts';
import { UserError } from './user-error.ts';

const titles: Record<number, string> = {
  400: 'That cannot be asked',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'That cannot be asked',
  409: 'It has changed meanwhile',
  413: 'Too large',
  415: 'Not in this form',
  421: 'Not under this name',
  429: 'Too often',
};

/** Tells whoever asked what went wrong and what would be right: as a page, or as JSON under `/api/`. Never a stack. */
export function sendError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
  frame: Frame,
): void {
  const status = statusOf(error);
  if (status >= 500) {
    request.log.error({ err: error, reqId: request.id, route: request.routeOptions.url }, 'a request failed');
  }
  const reference = status >= 500 ? request.id : null;
  const message = status >= 500 ? 'Earshot could not do this. Try again in a moment.' : messageOf(error);
  reply.code(status);
  if (isApi(request)) {
    reply.send({ statusCode: status, message, ...(reference !== null && { reference }) });
    return;
  }
  const title = titles[status] ?? 'Something went wrong';
  sendPage(
    reply,
    errorPage({ title, message, reference }, request.identity === 'browser' ? frameFor(request, frame) : null),
  );
}

export function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

function statusOf(error: FastifyError | Error): number {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 ? status : 500;
}

/** The framework's own messages speak of schemas; people know the names of what they wrote. */
function messageOf(error: FastifyError | Error): string {
  if (error instanceof UserError || !('validation' in error) || !error.validation?.[0]) return error.message;
  const { instancePath, keyword, params, message } = error.validation[0];
  const name = instancePath.split('/')[1] ?? '';
  const extra = params.additionalProperty;
  if (keyword === 'additionalProperties' && typeof extra === 'string')
    return `"${extra}" is not known here; leave it out.`;
  const allowed = params.allowedValues;
  if (keyword === 'enum' && Array.isArray(allowed)) return `"${name}" should be one of ${allowed.join(', ')}.`;
  if (keyword === 'required') return `"${String(params.missingProperty)}" is missing.`;
  return `"${name || 'The request'}" ${message ?? 'is not as it should be'}.`;
}
