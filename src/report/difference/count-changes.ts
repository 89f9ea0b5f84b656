import { type Cause, type CountChange, causes, type NightBounds, type TouchedText } from '../../types/differences.ts';

/** Adds up, text by text, what became of counts between two nights. */
export interface DifferenceCounter {
  add(text: TouchedText): void;
  /** One row a count and cause that changed it, in the order of categories and causes. */
  changes(): CountChange[];
}

/**
 * Puts each text that counts for something at one night only down to one cause, so that the causes of a count always add
 * up to its difference. @param pairs also followed, beside all texts and every category by itself.
 */
export function createDifferenceCounter(
  before: NightBounds,
  night: NightBounds,
  pairs: readonly [string, string][],
): DifferenceCounter {
  const counts = new Map<string, CountChange>();
  const withFirst = new Map<string, string[]>();
  for (const [first, second] of pairs) withFirst.set(first, [...(withFirst.get(first) ?? []), second]);

  const note = (category: string, other: string, cause: Cause, isAdded: boolean): void => {
    const key = `${category}\u0000${other}\u0000${cause}`;
    const change = counts.get(key) ?? { category, other, cause, added: 0, removed: 0 };
    change[isAdded ? 'added' : 'removed'] += 1;
    counts.set(key, change);
  };

  return {
    add(text) {
      const now = new Set(isWithin(text, night) ? text.now : []);
      const then = new Set(isWithin(text, before) ? text.then : []);
      const weigh = (category: string, other: string): void => {
        const isNow = now.has(category) && (other === '' || now.has(other));
        const wasThen = then.has(category) && (other === '' || then.has(other));
        if (isNow !== wasThen) note(category, other, causeOf(text, category, other, { before, night, isNow }), isNow);
      };
      for (const category of new Set([...now, ...then])) {
        weigh(category, '');
        for (const other of withFirst.get(category) ?? []) weigh(category, other);
      }
    },
    changes: () => [...counts.values()].sort(inOrder),
  };
}

function isWithin({ id, day }: TouchedText, { throughId, fromDay, day: last }: NightBounds): boolean {
  return id <= throughId && day <= last && (fromDay === null || day >= fromDay);
}

function causeOf(
  text: TouchedText,
  category: string,
  other: string,
  { before, night, isNow }: { before: NightBounds; night: NightBounds; isNow: boolean },
): Cause {
  if (isNow && text.day > before.day) return 'new';
  if (isNow && text.id > before.throughId) return 'late';
  if (!isWithin(text, isNow ? before : night)) return 'window';
  const found = text.changed.filter((change) => change.category === category || change.category === other);
  // A pair may change by both of its categories: what stands later in the list of causes weighs more.
  const [cause] = found.map((change) => change.cause).sort((a, b) => causes.indexOf(b) - causes.indexOf(a));
  return cause ?? 'relabelled';
}

function inOrder(a: CountChange, b: CountChange): number {
  if (a.category !== b.category) return a.category < b.category ? -1 : 1;
  if (a.other !== b.other) return a.other < b.other ? -1 : 1;
  return causes.indexOf(a.cause) - causes.indexOf(b.cause);
}
