import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findSession } from '../store/sign-in/find-session.ts';
import { findViewer, operatorOf, type Viewer } from './access/viewer.ts';
import type { Services } from './services.ts';

/** Who asks: a browser that is signed in, or the command line of this machine. */
export type Identity = 'browser' | 'command line';

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | null;
    /** Set where `identity` is. */
    viewer: Viewer | null;
    /** Of all texts, those that were analysed by other versions than the present ones. */
    stale: number;
  }
  interface FastifyContextConfig {
    /** Whether whoever is not signed in may ask for it. */
    open?: boolean;
  }
}

/** By which way somebody is signed in, and who it is; null where nobody is. */
export async function identify(
  request: FastifyRequest,
  services: Services,
): Promise<{ identity: Identity; viewer: Viewer } | null> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) {
    return isSame(bearer, services.localToken) ? signedIn('command line', operatorOf('command line')) : null;
  }
  const secret = request.cookies[cookieName(request)];
  const session = secret ? await findSession(services.database, secret, services.now()) : null;
  if (!session) return null;
  const { userId } = session;
  return signedIn('browser', userId === null ? operatorOf('browser') : await findViewer(services.database, userId));
}

function signedIn(identity: Identity, viewer: Viewer | null): { identity: Identity; viewer: Viewer } | null {
  return viewer && { identity, viewer };
}

/** Whoever asks. @throws Error where a route is open to strangers and still wants to know. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer) return request.viewer;
  throw new Error(`${request.routeOptions.url} is open, so nobody need be signed in.`);
}

/** Browsers keep cookies by host and not by port, so the port is in the name: two Earshots do not sign each other out. */
export function cookieName(request: FastifyRequest): string {
  return `earshot-${request.port ?? 80}`;
}

/** Its age is told in seconds and not as a date: the clock of the browser may be another. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string, maxAge: number): void {
  reply.setCookie(cookieName(request), secret, { path: '/', httpOnly: true, sameSite: 'strict', maxAge });
}

/** Compares in a time that does not depend on where the two differ. */
export function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
