import { type Static, Type } from '@sinclair/typebox';
import type { Failures, Runs } from '../../../dashboards/views/upkeep.ts';
import { countUnfinished, listFailures } from '../../store/read/failures.ts';
import { listRuns } from '../../store/read/list-runs.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { runTexts } from '../links.ts';
import type { Services } from '../services.ts';

export const FailuresQuery = Type.Object(
  {
    after: Type.Optional(Type.String({ description: 'Id of the last one of a page' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50, description: 'How many at most' })),
    replayed: Type.Optional(Type.Integer({ minimum: 0, description: 'How many a replay has just queued' })),
  },
  { additionalProperties: false },
);
export type FailuresQuery = Static<typeof FailuresQuery>;

const mostRuns = 100;

/** What could not be read, the latest first, 50 a page where no limit is asked for. */
export function failuresView(
  { database }: Services,
  { after, limit = 50, replayed }: FailuresQuery,
): Promise<Failures> {
  return readSnapshot(database, async (tx) => {
    const failures = await listFailures(tx, { after: after ?? null, limit: limit + 1 });
    const page = failures.slice(0, limit);
    const last = page.at(-1);
    return {
      found: (await countUnfinished(tx)).failed,
      failures: page.map((failure) => ({
        ...failure,
        failedAt: failure.failedAt.toISOString(),
        download: `/failures/${encodeURIComponent(failure.id)}/bytes`,
      })),
      next: failures.length > limit && last ? `/failures?after=${encodeURIComponent(last.id)}` : null,
      replayed: replayed ?? null,
    };
  });
}

/** The latest mining runs. */
export async function runsView({ database }: Services): Promise<Runs> {
  const runs = await listRuns(database, { limit: mostRuns });
  return {
    runs: runs.map(({ startedAt, endedAt, storeDocuments: _, falseDiscoveries: __, ...run }) => ({
      ...{ id: run.id, day: run.day, fromDay: run.fromDay, relations: run.relations },
      ...{ step: run.step, stepTexts: run.stepTexts, failure: run.failure },
      ...{ checked: run.checked, differing: run.differing, versions: run.versions, manifest: run.manifest },
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      texts: runTexts(run),
    })),
  };
}
