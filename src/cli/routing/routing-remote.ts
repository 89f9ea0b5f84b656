import type { RoutingQualityView } from '../../../dashboards/views/routing-quality.ts';
import type { Ask } from '../engine-remote.ts';
import type { PastCase, RoutingEngine } from './routing-engine.ts';

/** Routing, by the API of the server that holds the data directory. */
export function openRemoteRouting(ask: Ask): RoutingEngine {
  return {
    async *closedCases(period) {
      const query = new URLSearchParams({ ...period });
      for (let next: string | null = `/routing/history?${query}`; next; ) {
        const page: { cases: PastCase[]; next: string | null } = await ask('GET', `/api${next}`);
        yield* page.cases;
        next = page.next;
      }
    },
    async addModel({ files, ...learned }) {
      const inBase64 = [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
      const body = JSON.stringify({ ...learned, files: Object.fromEntries(inBase64) });
      return (await ask<{ id: number }>('POST', '/api/routing/models', body)).id;
    },
    check: (texts) => ask('GET', `/api/routing/rules?texts=${texts}`),
    models: async () => (await ask<RoutingQualityView>('GET', '/api/routing/quality')).models,
    async setState(id, state) {
      await ask('POST', `/api/routing/models/${id}/${state}`, '{}');
    },
  };
}
