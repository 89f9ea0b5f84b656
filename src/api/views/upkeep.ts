import { type Static, Type } from '@sinclair/typebox';
import type { Failures, Runs } from '../../../dashboards/views/upkeep.ts';
import { countUnfinished, listFailures } from '../../store/read/failures.ts';
import { listRuns } from '../../store/read/list-runs.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { textsCount } from '../links.ts';
import type { Services } from '../services.ts';

export const FailuresQuery = Type.Object(
  {
    after: Type.Optional(Type.String({ description: 'Id of the last one of a page' })),
    replayed: Type.Optional(Type.Integer({ minimum: 0, description: 'How many a replay has just queued' })),
  },
  { additionalProperties: false },
);
export type FailuresQuery = Static<typeof FailuresQuery>;

const pageFailures = 50;
const mostRuns = 100;

/** What could not be read, the latest first, 50 a page. */
export function failuresView({ database }: Services, { after, replayed }: FailuresQuery): Promise<Failures> {
  return readSnapshot(database, async (tx) => {
    const failures = await listFailures(tx, { after: after ?? null, limit: pageFailures + 1 });
    const page = failures.slice(0, pageFailures);
    const last = page.at(-1);
    return {
      found: (await countUnfinished(tx)).failed,
      failures: page.map((failure) => ({
        ...failure,
        changedAt: failure.changedAt.toISOString(),
        download: `/failures/${encodeURIComponent(failure.id)}/bytes`,
      })),
      next: failures.length > pageFailures && last ? `/failures?after=${encodeURIComponent(last.id)}` : null,
      replayed: replayed ?? null,
    };
  });
}

/** The latest mining runs. */
export async function runsView({ database }: Services): Promise<Runs> {
  const runs = await listRuns(database, { limit: mostRuns });
  return {
    runs: runs.map(({ id, startedAt, endedAt, documents, throughId, relations, versions }) => ({
      ...{ id, relations, versions },
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      texts: textsCount(documents, { through: throughId }),
    })),
  };
}
