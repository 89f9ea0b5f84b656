import type { Database } from '../store/database.ts';
import { createSignInToken } from '../store/sign-in/create-sign-in-token.ts';

/** A link that signs a browser in, once. */
export async function createSignInLink(database: Database, origin: string, now: Date): Promise<string> {
  const token = await createSignInToken(database, now);
  return new URL(`/sign-in?token=${token}`, origin).href;
}
