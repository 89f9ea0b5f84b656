import type { CountChange } from '../../types/differences.ts';
import type { CountDifference } from '../../types/report.ts';

/**
 * Gathers changes by what they are changes of: all texts first, then what changed most.
 * @param count of a night; null where it is not known, as of a pair too rare to be kept: then it is what the other
 * night's count and the changes between them leave.
 */
export function countDifferences(
  changes: readonly CountChange[],
  count: (side: 'now' | 'then', of: Pick<CountDifference, 'category' | 'other'>) => number | null,
): CountDifference[] {
  const found = new Map<string, CountDifference>();
  for (const { category, other, cause, added, removed } of changes) {
    const key = `${category}\u0000${other}`;
    const one = found.get(key) ?? { category, other, before: 0, now: 0, causes: [] };
    one.causes.push({ cause, added, removed });
    found.set(key, one);
  }
  for (const one of found.values()) {
    const difference = one.causes.reduce((sum, { added, removed }) => sum + added - removed, 0);
    const [now, then] = [count('now', one), count('then', one)];
    one.now = now ?? (then ?? 0) + difference;
    one.before = then ?? one.now - difference;
  }
  const size = ({ category, other, before, now }: CountDifference) =>
    category === '' && other === '' ? Infinity : Math.abs(now - before);
  return [...found.values()].sort((a, b) => size(b) - size(a) || b.now - a.now || (a.category < b.category ? -1 : 1));
}
