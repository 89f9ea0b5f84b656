import type { Ask } from '../engine-remote.ts';
import type { AuditLine, ListedUser, PeopleEngine } from './people-engine.ts';

/** People, by the API of the server that holds the data directory. */
export function openRemotePeople(ask: Ask): PeopleEngine {
  return {
    users: async () => (await ask<{ users: ListedUser[] }>('GET', '/api/users')).users,
    add: (given) => ask('POST', '/api/users', JSON.stringify(given)),
    async act(id, { action, ...more }) {
      return (await ask<{ link: string | null }>('POST', `/api/users/${id}/${action}`, JSON.stringify(more))).link;
    },
    async *audit(filter) {
      const query = new URLSearchParams({ ...filter, limit: '1000' });
      for (let next: string | null = `/audit?${query}`; next; ) {
        const page: { events: AuditLine[]; next: string | null } = await ask('GET', `/api${next}`);
        yield* page.events;
        next = page.next;
      }
    },
  };
}
