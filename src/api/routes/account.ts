import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Frame } from '../../../dashboards/layout.ts';
import { accountPage, invitationPage } from '../../../dashboards/pages/choose-password.ts';
import { signInPage } from '../../../dashboards/pages/sign-in.ts';
import { checkPassword } from '../../people/check-user.ts';
import { addAuditEvent } from '../../store/audit/add-audit-event.ts';
import { setPassword } from '../../store/people/change-user.ts';
import { findUser } from '../../store/people/find-user.ts';
import { findInvited } from '../../store/people/invitations.ts';
import { hashPassword } from '../../store/people/password.ts';
import { signInByPassword } from '../../store/people/sign-in-by-password.ts';
import { createSession, type Session } from '../../store/sign-in/create-session.ts';
import { frameFor } from '../frame.ts';
import { checkSameOrigin } from '../guard.ts';
import { setSessionCookie, viewerOf } from '../identity.ts';
import { sendPage } from '../send-page.ts';
import type { Services } from '../services.ts';
import { UserError } from '../user-error.ts';

const Secret = Type.String({ maxLength: 200 });
const SignInBody = Type.Object({ email: Type.String({ maxLength: 254 }), password: Secret });
const InvitationQuery = Type.Object({ token: Type.Optional(Secret) });
const InvitationBody = Type.Object({ token: Secret, password: Secret, again: Secret });
const AccountBody = Type.Object({ current: Secret, password: Secret, again: Secret });
// As many as tries of sign-in links: a person mistypes a few times, a machine many.
const rateLimit = { max: 20, timeWindow: '1 minute' };
const open = { open: true, rateLimit };
const usedUp = 'This link was used before, has expired, or a newer one took its place. Ask for a new one.';

/** Passwords: signing in with one, choosing the first by an invitation, changing one's own. */
export function addAccount(app: FastifyInstance, services: Services, frame: Frame): void {
  const { database, now } = services;
  app.post('/sign-in', { config: open, schema: { hide: true, body: SignInBody } }, async (request, reply) => {
    checkSameOrigin(request);
    const outcome = await signInByPassword(database, request.body as Static<typeof SignInBody>, now());
    if (typeof outcome !== 'string') return signIn(request, reply, outcome);
    request.log.warn({ reqId: request.id, ip: request.ip }, 'a password was refused');
    const often = 'Too many wrong passwords for this email. Wait a quarter of an hour, or ask for a new link.';
    const code = outcome === 'often' ? 429 : 401;
    sendPage(reply.code(code), signInPage(outcome === 'often' ? often : 'Email and password do not go together.'));
    return reply;
  });
  addInvitation(app, services);
  addOwnAccount(app, services, frame);
}

function addInvitation(app: FastifyInstance, { database, now }: Services): void {
  app.get(
    '/invitation',
    { config: open, schema: { hide: true, querystring: InvitationQuery } },
    async (request, reply) => {
      const { token = '' } = request.query as Static<typeof InvitationQuery>;
      const invited = await findInvited(database, token, now());
      sendPage(reply, invited ? invitationPage({ token, ...invited, problem: null }) : signInPage(usedUp));
      return reply;
    },
  );
  app.post('/invitation', { config: open, schema: { hide: true, body: InvitationBody } }, async (request, reply) => {
    checkSameOrigin(request);
    const { token, password, again } = request.body as Static<typeof InvitationBody>;
    const invited = await findInvited(database, token, now());
    if (!invited) {
      sendPage(reply.code(401), signInPage(usedUp));
      return reply;
    }
    const problem = problemWith(password, again, invited.email);
    if (problem !== null) {
      sendPage(reply.code(400), invitationPage({ token, ...invited, problem }));
      return reply;
    }
    const { userId, name } = invited;
    await setPassword(database, userId, await hashPassword(password));
    const subject = `person ${userId}`;
    await addAuditEvent(database, { actor: { userId, name }, action: 'chose a password', subject }, now());
    return signIn(request, reply, await createSession(database, now(), userId));
  });
}

function addOwnAccount(app: FastifyInstance, { database, now }: Services, frame: Frame): void {
  const config = { may: 'account' as const };
  const emailOf = async (request: FastifyRequest): Promise<{ userId: number; email: string }> => {
    const { userId } = viewerOf(request);
    const user = userId === null ? null : await findUser(database, userId);
    if (user) return { userId: user.id, email: user.email };
    throw new UserError(404, 'A link of the terminal has no account. Add yourself under "People" to have one.');
  };
  app.get('/account', { config, schema: { hide: true } }, async (request, reply) => {
    const { email } = await emailOf(request);
    sendPage(reply, accountPage({ email, problem: null, changed: false }, frameFor(request, frame)));
    return reply;
  });
  app.post(
    '/account',
    { config: { ...config, rateLimit }, schema: { hide: true, body: AccountBody } },
    async (request, reply) => {
      const { userId, email } = await emailOf(request);
      const { current, password, again } = request.body as Static<typeof AccountBody>;
      const proof = await signInByPassword(database, { email, password: current }, now());
      const problem = typeof proof === 'string' ? 'The password now is another.' : problemWith(password, again, email);
      if (problem === null) {
        await setPassword(database, userId, await hashPassword(password));
        const { secret, createdAt, expiresAt } = await createSession(database, now(), userId);
        setSessionCookie(request, reply, secret, (expiresAt.getTime() - createdAt.getTime()) / 1000);
        const entry = { actor: viewerOf(request), action: 'changed their password', subject: `person ${userId}` };
        await addAuditEvent(database, entry, now());
      }
      const page = accountPage({ email, problem, changed: problem === null }, frameFor(request, frame));
      sendPage(reply.code(problem === null ? 200 : 400), page);
      return reply;
    },
  );
}

function problemWith(password: string, again: string, email: string): string | null {
  if (password !== again) return 'The two passwords are not the same.';
  try {
    checkPassword(password, email);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function signIn(request: FastifyRequest, reply: FastifyReply, session: Session & { secret: string }): FastifyReply {
  const { secret, createdAt, expiresAt } = session;
  setSessionCookie(request, reply, secret, (expiresAt.getTime() - createdAt.getTime()) / 1000);
  return reply.redirect('/', 303);
}
