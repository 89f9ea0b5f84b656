import { createDifferenceCounter } from '../../report/difference/count-changes.ts';
import type { Database } from '../../store/database.ts';
import { earlierNight, nightCounts } from '../../store/ledger/night-counts.ts';
import { saveNightChanges, saveNightCounts } from '../../store/ledger/save-night-counts.ts';
import { streamTouchedTexts } from '../../store/ledger/stream-touched-texts.ts';
import { nightBefore } from '../../store/read/find-night.ts';
import { runRelations } from '../../store/read/run-relations.ts';
import type { RunWindow, StartedRun } from '../../store/runs/start-run.ts';
import type { Relation } from '../../types.ts';
import type { NightData } from './read-night.ts';

/**
 * Keeps how many texts the night counted for each category, and puts what changed since the night before down to its
 * causes: of every category, and of every pair that is related at one of the two nights only.
 */
export async function saveDifference(
  db: Database,
  run: StartedRun,
  { day, fromDay }: RunWindow,
  { data, relations, falseDiscoveries }: { data: NightData; relations: Relation[]; falseDiscoveries: number },
): Promise<void> {
  if (day === null) return;
  const counts = countsOf(data);
  await saveNightCounts(db, run.id, counts);
  const last = await nightBefore(db, { day, fromDay });
  const before = last && (await earlierNight(db, last.id));
  if (!last || !before) return;
  const then = await runRelations(db, last);
  const pairs = apart(above(relations, falseDiscoveries), above(then, falseDiscoveries));
  const night = { day, fromDay, throughId: run.throughId };
  const counter = createDifferenceCounter(before, night, pairs);
  await streamTouchedTexts(db, before, night, counter.add);
  const known = new Set([...counts.keys(), ...(await nightCounts(db, last)).keys()]);
  const changes = counter.changes().filter(({ category }) => known.has(category));
  await saveNightChanges(db, run.id, { beforeDay: before.day, changes });
}

function countsOf({ pairs, daily }: NightData): Map<string, number> {
  const sum = (byDay: ReadonlyMap<string, number>) => [...byDay.values()].reduce((total, count) => total + count, 0);
  return new Map([['', pairs.documents], ...[...daily.categories].map(([id, byDay]) => [id, sum(byDay)] as const)]);
}

/** Relations above chance, by pair: what a report calls found. */
function above(relations: readonly Relation[], falseDiscoveries: number): Map<string, [string, string]> {
  const found = relations.filter(({ lower, q }) => lower > 1 && q <= falseDiscoveries);
  return new Map(
    found.map(({ antecedent, consequent }) => [`${antecedent}\u0000${consequent}`, [antecedent, consequent]]),
  );
}

/** Pairs that stand in one of the two only. */
function apart(now: Map<string, [string, string]>, then: Map<string, [string, string]>): [string, string][] {
  const only = (one: Map<string, [string, string]>, other: Map<string, [string, string]>) =>
    [...one].filter(([key]) => !other.has(key)).map(([, pair]) => pair);
  return [...only(now, then), ...only(then, now)];
}
