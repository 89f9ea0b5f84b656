import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { createSession } from '../../../src/store/sign-in/create-session.ts';
import { createSignInToken } from '../../../src/store/sign-in/create-sign-in-token.ts';
import { endSession } from '../../../src/store/sign-in/end-session.ts';
import { findSession } from '../../../src/store/sign-in/find-session.ts';
import { redeemSignInToken } from '../../../src/store/sign-in/redeem-sign-in-token.ts';
import { testDatabases } from '../../support/engines.ts';

const now = new Date('2026-03-01T10:00:00Z');
const minutesOn = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const days = 24 * 60;

describe.each(testDatabases())('signing in on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  it('takes a token once', async () => {
    const token = await createSignInToken(db, now);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await redeemSignInToken(db, 'guess', now)).toBe(false);
    const attempts = await Promise.all([1, 2, 3].map(() => redeemSignInToken(db, token, minutesOn(59))));
    expect(attempts.filter(Boolean).length).toBe(1);
    expect(await redeemSignInToken(db, token, minutesOn(59))).toBe(false);
  });

  it('refuses a token after an hour', async () => {
    const token = await createSignInToken(db, now);
    expect(await redeemSignInToken(db, token, minutesOn(60))).toBe(false);
  });

  it('finds a session for twelve hours, or until it is ended', async () => {
    const { secret, ...session } = await createSession(db, now);
    const other = await createSession(db, now);
    expect(session).toEqual({ userId: null, createdAt: now, expiresAt: minutesOn(12 * 60) });
    expect(await findSession(db, secret, minutesOn(12 * 60 - 1))).toEqual(session);
    expect(await findSession(db, secret, minutesOn(12 * 60))).toBeNull();
    expect(await findSession(db, 'guess', now)).toBeNull();
    await endSession(db, secret);
    expect(await findSession(db, secret, now)).toBeNull();
    expect(await findSession(db, other.secret, now)).not.toBeNull();
  });

  it('stores no secret, and forgets what has expired', async () => {
    const token = await createSignInToken(db, now);
    const { secret } = await createSession(db, now);
    const stored = async (): Promise<string> =>
      JSON.stringify([await db.query('select * from sign_in_tokens'), await db.query('select * from sessions')]);
    expect(await stored()).not.toContain(token);
    expect(await stored()).not.toContain(secret);
    await createSignInToken(db, minutesOn(30 * days));
    await createSession(db, minutesOn(30 * days));
    expect(await db.query('select count(*) as tokens from sign_in_tokens')).toEqual([{ tokens: 1 }]);
    expect(await db.query('select count(*) as sessions from sessions')).toEqual([{ sessions: 1 }]);
  });
});
