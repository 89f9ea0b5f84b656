import type { Context } from '../context.ts';
import type { Routing } from '../pipeline.ts';
import { type Needs, needsOf } from '../route/needs.ts';
import { createRouter } from '../route/router.ts';
import { contactDays } from '../store/read/contact-days.ts';
import { teamLoads } from '../store/read/team-loads.ts';
import type { Document, Route, ShadowRoute } from '../types.ts';
import type { Result } from './language/task.ts';

/** What came of one text: read, analysed and routed (`route` is null where it is no complaint), or kept aside. */
export type RoutedResult = (Read & { route: Route | null; shadow?: ShadowRoute }) | { rawId: string; reason: string };

type Read = Exclude<Result, { reason: string }>;
type Router = ReturnType<typeof createRouter>;

const dayMilliseconds = 86_400_000;
/** A router a routing: a new one where people change a department. */
const routers = new WeakMap<Routing, Router>();

/**
 * Routes the texts of a batch, by the departments as they are now, with what the store knows: who wrote before, and who
 * has all they can bear. Texts of two batches that are worked on at once do not see each other.
 */
export async function routeTexts(
  context: Pick<Context, 'database' | 'routing' | 'refreshRouting'> & { models: Pick<Context['models'], 'taxonomy'> },
  results: Result[],
): Promise<RoutedResult[]> {
  await context.refreshRouting();
  const { database, models, routing } = context;
  const router = routers.get(routing) ?? createRouter(routing, models.taxonomy);
  routers.set(routing, router);
  const { contacts, capacities } = needsOf(routing);
  const read = results.filter((result): result is Read => 'document' in result);
  const daysAgo = contacts ? await readContacts(context, read, contacts) : new Map<Read, number[]>();
  const loads = capacities.size > 0 ? await teamLoads(database) : new Map<string, number>();
  return results.map((result) => {
    if ('reason' in result) return result;
    const isFull = ([team, capacity]: [string, number]) => (loads.get(team) ?? 0) >= capacity;
    const full = new Set([...capacities].filter(isFull).map(([team]) => team));
    const route = router(result.document, result.analysis, { contactDaysAgo: daysAgo.get(result) ?? [], full });
    if (route) loads.set(route.team, (loads.get(route.team) ?? 0) + 1);
    return { ...result, route };
  });
}

async function readContacts(
  { database }: Pick<Context, 'database'>,
  read: Read[],
  contacts: NonNullable<Needs['contacts']>,
): Promise<Map<Read, number[]>> {
  const known = read.flatMap((result) =>
    result.document.customerId === null ? [] : [{ result, ...customerOf(result.document) }],
  );
  const stored = known.length > 0 ? await contactDays(database, known, contacts) : [];
  return new Map(
    known.map(({ result, customerId, receivedAt }, at) => {
      // The store does not have the others of this batch yet.
      const beside = known
        .filter((other) => other.customerId === customerId && other.receivedAt < receivedAt)
        .map((other) => (receivedAt.getTime() - other.receivedAt.getTime()) / dayMilliseconds);
      return [result, [...(stored[at] ?? []), ...beside]];
    }),
  );
}

function customerOf({ customerId, receivedAt }: Document): { customerId: string; receivedAt: Date } {
  return { customerId: customerId ?? '', receivedAt };
}
