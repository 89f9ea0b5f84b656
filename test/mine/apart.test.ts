import { describe, expect, it } from 'vitest';
import { nightly } from '../../pipelines/nightly.ts';
import { pairsApart } from '../../src/mine/apart.ts';
import { countedRelations } from '../../src/mine/counted-relations.ts';
import { createPairCounter } from '../../src/mine/pair-counter.ts';
import type { Apart } from '../../src/types/findings.ts';
import { independentTexts } from './texts.ts';

function apartOf(texts: { categories: string[] }[], parents = new Map<string, string | null>()): Apart[] {
  const counter = createPairCounter();
  for (const { categories } of texts) counter.add(categories, 0);
  return pairsApart(counter, nightly.pairs, parents, countedRelations(counter, nightly.pairs, parents));
}

const repeat = (times: number, categories: string[]) => Array.from({ length: times }, () => ({ categories }));

describe('pairsApart', () => {
  it('finds two that never meet though 40 texts should name both, and leaves two that meet by chance', () => {
    const texts = [...repeat(200, ['angry']), ...repeat(200, ['praise']), ...repeat(600, [])];
    const [pair, ...others] = apartOf([...texts, ...repeat(30, ['late']), ...repeat(6, ['late', 'angry'])]);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ antecedent: 'angry', consequent: 'praise', observed: 0, lift: 0 });
    expect(pair!.expected).toBeCloseTo((206 * 200) / 1036, 10);
    // ½ χ²⁻¹(0.99; 2) is ln 100.
    expect(pair!.upper).toBeCloseTo(Math.log(100) / pair!.expected, 10);
    expect(pair!.q).toBeLessThan(1e-9);
  });

  it('says nothing of pairs that chance hardly lets meet, nor of a category and one above it', () => {
    expect(apartOf([...repeat(50, ['a']), ...repeat(50, ['b']), ...repeat(900, [])])).toEqual([]);
    const branch = [...repeat(200, ['x']), ...repeat(200, ['x.y']), ...repeat(100, [])];
    expect(apartOf(branch).length).toBe(1);
    expect(apartOf(branch, new Map([['x.y', 'x']]))).toEqual([]);
  });

  it('keeps the false discovery rate over 200 corpora without any relation', () => {
    let corporaWithAny = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const texts = independentTexts(seed, 500, { a: 0.3, b: 0.3, c: 0.2, d: 0.2, e: 0.25 });
      if (apartOf(texts).some(({ q }) => q <= 0.05)) corporaWithAny += 1;
    }
    expect(corporaWithAny).toBeLessThanOrEqual(20);
  });
});
