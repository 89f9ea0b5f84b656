import type { DriverRow, Drivers } from '../../../dashboards/views/drivers.ts';
import { runFindings } from '../../store/findings/run-findings.ts';
import { categoryTallies } from '../../store/read/category-tallies.ts';
import { everyText } from '../../store/read/filter.ts';
import { listRuns } from '../../store/read/list-runs.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { runTexts, runWindow, textsCount } from '../links.ts';
import type { Services } from '../services.ts';
import { withValue } from './coded-rows.ts';
import { gradeOf } from './satisfaction.ts';
import { createVocabulary } from './vocabulary.ts';

/** What moves satisfaction, by the latest night: the largest impact first. */
export function driversView({ database, taxonomy, grades }: Services): Promise<Drivers> {
  const { link } = createVocabulary(taxonomy);
  return readSnapshot(database, async (tx) => {
    const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
    if (!run) return { run: null, rows: [] };
    const tallies = await categoryTallies(tx, { ...everyText, fromDay: run.fromDay, toDay: run.day });
    const means = new Map(tallies.map(({ category, documents, sentiment }) => [category, sentiment / documents]));
    const within = { ...runWindow(run), understood: true };
    const found = await runFindings(tx, run, 'drivers');
    return {
      run: { id: run.id, fromDay: run.fromDay, day: run.day, texts: runTexts(run) },
      rows: found.map(({ category, value, texts, effect, lower, upper, impact, q }): DriverRow => {
        const named = category === null ? null : link(category);
        const mean = category === null ? null : (means.get(category) ?? null);
        return {
          name: named?.fullName ?? `${value?.field}: ${value?.label}`,
          category: named,
          texts: textsCount(
            texts,
            value === null ? { ...within, categories: [category ?? ''] } : { ...within, ...withValue(value) },
          ),
          ...{ effect, lower, upper, impact, q, unusual: q <= run.falseDiscoveries },
          ...{ mean, grade: mean === null ? null : gradeOf(mean, grades) },
        };
      }),
    };
  });
}
