import { describe, expect, it } from 'vitest';
import { createDifferenceCounter } from '../../../src/report/difference/count-changes.ts';
import type { TouchedText } from '../../../src/types/differences.ts';

const before = { day: '2026-03-30', fromDay: '2026-03-01', throughId: 100 };
const night = { day: '2026-03-31', fromDay: '2026-03-02', throughId: 110 };

const text = (found: Partial<TouchedText>): TouchedText => ({
  ...{ id: 50, day: '2026-03-15', now: ['', 'fees'], then: ['', 'fees'], changed: [] },
  ...found,
});

function changesOf(texts: TouchedText[], pairs: [string, string][] = []) {
  const counter = createDifferenceCounter(before, night, pairs);
  for (const one of texts) counter.add(one);
  return counter
    .changes()
    .map(({ category, other, cause, added, removed }) => [category, other, cause, added, removed].join(' '));
}

describe('the causes of a difference', () => {
  it('say nothing of a text that counts the same at both nights', () => {
    expect(changesOf([text({})])).toEqual([]);
  });

  it('tell what was received since from what only arrived since', () => {
    expect(changesOf([text({ id: 105, day: '2026-03-31' }), text({ id: 106 })])).toEqual([
      ...['  new 1 0', '  late 1 0', 'fees  new 1 0', 'fees  late 1 0'],
    ]);
  });

  it('know a text of the new day as new even where it lay in the store already', () => {
    expect(changesOf([text({ id: 90, day: '2026-03-31' })])).toEqual(['  new 1 0', 'fees  new 1 0']);
  });

  it('count what leaves the window by what it was counted for then', () => {
    const left = text({ day: '2026-03-01', now: ['', 'app'], changed: [{ category: 'fees', cause: 'relabelled' }] });
    expect(changesOf([left])).toEqual(['  window 0 1', 'fees  window 0 1']);
  });

  it('follow a pair, and weigh what changed one of the two', () => {
    const pair: [string, string][] = [['app', 'fees']];
    const joined = text({ now: ['', 'fees', 'app'], changed: [{ category: 'app', cause: 'vocabulary' }] });
    expect(changesOf([joined], pair)).toEqual(['app  vocabulary 1 0', 'app fees vocabulary 1 0']);
    const parted = text({
      now: [''],
      then: ['', 'fees', 'app'],
      changed: [
        { category: 'app', cause: 'relabelled' },
        { category: 'fees', cause: 'model' },
      ],
    });
    expect(changesOf([parted], pair)).toEqual(['app  relabelled 0 1', 'app fees model 0 1', 'fees  model 0 1']);
  });
});
