import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { UserError } from './user-error.ts';

/**
 * Refuses a request under a name that is not ours. A page of another site can point a name of its own at this machine
 * (DNS rebinding) and would then share our origin; the Host header gives it away.
 * @param host the address that the server listens on.
 * @throws UserError
 */
export function checkHost(request: FastifyRequest, host: string): void {
  const name = request.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  // An address cannot be rebound, so where the server listens on every interface any address will do.
  const listensEverywhere = host === '0.0.0.0' || host === '::';
  if (isLoopback(name) || name === host.toLowerCase() || (listensEverywhere && isIP(name) > 0)) return;
  throw new UserError(
    421,
    `This Earshot is not reached under the name "${name}". Open it as http://127.0.0.1, or set EARSHOT_HOST to the name.`,
  );
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * Refuses a change that another site's page asks of a signed-in browser (cross-site request forgery). Browsers say
 * where a request comes from; one that says nothing is refused.
 * @throws UserError
 */
export function checkSameOrigin(request: FastifyRequest): void {
  const { 'sec-fetch-site': site, origin } = request.headers;
  const isOurs = site === undefined ? origin === `${request.protocol}://${request.host}` : site === 'same-origin';
  if (isOurs) return;
  throw new UserError(403, 'This change was not asked for from a page of Earshot, so nothing was changed.');
}
