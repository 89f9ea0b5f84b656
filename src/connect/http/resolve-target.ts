import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Finds the addresses of a name; another in tests. */
export type Lookup = (name: string) => Promise<{ address: string; family: number }[]>;

export const systemLookup: Lookup = (name) => lookup(name, { all: true, verbatim: true });

/** Said of a target that must not be reached. */
export class BlockedTarget extends Error {}

/**
 * Resolves a name once, to the address that the connection is then made to: whoever owns the name cannot point it
 * elsewhere in between.
 * @throws BlockedTarget where any of its addresses is private, unless that is allowed.
 */
export async function resolveTarget(
  { hostname }: URL,
  { allowPrivate, lookup: find = systemLookup }: { allowPrivate: boolean; lookup?: Lookup },
): Promise<{ address: string; family: number }> {
  const name = hostname.replaceAll(/^\[|\]$/g, '');
  const found = isIP(name) > 0 ? [{ address: name, family: isIP(name) }] : await find(name);
  const [first] = found;
  if (!first) throw new Error(`The name "${name}" has no address.`);
  if (allowPrivate || found.every(({ address }) => isPublicAddress(address))) return first;
  throw new BlockedTarget(
    `"${name}" is on this machine or in a private network, where nothing is sent unless the destination says allowPrivate.`,
  );
}
