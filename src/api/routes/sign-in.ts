import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { signInPage } from '../../../dashboards/pages/sign-in.ts';
import { createSession } from '../../store/sign-in/create-session.ts';
import { createSignInToken } from '../../store/sign-in/create-sign-in-token.ts';
import { endSession } from '../../store/sign-in/end-session.ts';
import { redeemSignInToken } from '../../store/sign-in/redeem-sign-in-token.ts';
import { cookieName, identify, setSessionCookie } from '../identity.ts';
import { sendPage } from '../send-page.ts';
import type { Services } from '../services.ts';
import { ErrorBody } from '../view-route.ts';

const SignInQuery = Type.Object({ token: Type.Optional(Type.String({ maxLength: 200 })) });
const rateLimit = { max: 20, timeWindow: '1 minute' };

/** Signing in by a one-time link, signing out, and the making of such links. */
export function addSignIn(app: FastifyInstance, services: Services): void {
  const { database, now } = services;

  // A HEAD request, which link checkers send, must not use the token up.
  const options = { schema: { hide: true, querystring: SignInQuery }, exposeHeadRoute: false };
  app.get('/sign-in', { ...options, config: { open: true, rateLimit } }, async (request, reply) => {
    const { token } = request.query as Static<typeof SignInQuery>;
    // Nor must a browser that fetches a page before it is asked to.
    if (String(request.headers['sec-purpose'] ?? '').includes('prefetch')) return reply.code(503).send();
    if (await identify(request, services)) return reply.redirect('/', 303);
    if (token === undefined) {
      sendPage(reply, signInPage(null));
      return reply;
    }
    if (!(await redeemSignInToken(database, token, now()))) {
      request.log.warn({ reqId: request.id, ip: request.ip }, 'a sign-in link was refused');
      sendPage(reply.code(401), signInPage('This link was used before or has expired.'));
      return reply;
    }
    const { secret, createdAt, expiresAt } = await createSession(database, now());
    setSessionCookie(request, reply, secret, Math.floor((expiresAt.getTime() - createdAt.getTime()) / 1000));
    return reply.redirect('/', 303);
  });

  app.post('/sign-out', { config: { may: 'account' }, schema: { hide: true } }, async (request, reply) => {
    const secret = request.cookies[cookieName(request)];
    if (secret) await endSession(database, secret);
    return reply.clearCookie(cookieName(request), { path: '/' }).redirect('/sign-in', 303);
  });

  const schema = {
    summary: 'Make a link that signs a browser in, once',
    tags: ['work'],
    response: { 200: Type.Object({ link: Type.String() }), '4xx': ErrorBody },
  };
  app.post('/api/sign-in-links', { config: { may: 'operate' }, schema }, async (request) => {
    const token = await createSignInToken(database, now());
    return { link: `${request.protocol}://${request.host}/sign-in?token=${token}` };
  });
}
