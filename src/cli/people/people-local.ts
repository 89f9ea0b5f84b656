import { type AuditEvent, listAuditEvents } from '../../store/audit/list-audit-events.ts';
import type { Database } from '../../store/database.ts';
import { actOnUser } from '../../store/people/act-on-user.ts';
import { admitUser } from '../../store/people/admit-user.ts';
import { listUsers } from '../../store/people/list-users.ts';
import type { PeopleEngine } from './people-engine.ts';

const actor = { userId: null, name: 'command line' };
const pageLines = 1000;

/** People, in a store that this process has open. @param origin under which the pages are reached. */
export function openLocalPeople(database: Database, origin: string, now: () => Date): PeopleEngine {
  const linkOf = (token: string) => new URL(`/invitation?token=${token}`, origin).href;
  return {
    async users() {
      return (await listUsers(database)).map(({ createdAt, disabledAt, ...user }) => ({
        ...user,
        createdAt: createdAt.toISOString(),
        disabledAt: disabledAt?.toISOString() ?? null,
      }));
    },
    async add(given) {
      const { id, token } = await admitUser(database, given, actor, now());
      return { id, link: linkOf(token) };
    },
    async act(id, action) {
      const token = await actOnUser(database, id, action, actor, now());
      return token === null ? null : linkOf(token);
    },
    async *audit({ from = null, to = null, subject = null }) {
      const filter = { userId: null, action: null, subject, fromDay: from, toDay: to };
      let page: AuditEvent[];
      let before: number | null = null;
      do {
        page = await listAuditEvents(database, filter, { before, limit: pageLines });
        for (const { at, ...event } of page) yield { ...event, at: at.toISOString() };
        before = page.at(-1)?.id ?? null;
      } while (page.length === pageLines);
    },
  };
}
