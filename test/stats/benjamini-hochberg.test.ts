import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';

/** The fifteen p-values of the example in Benjamini and Hochberg (1995), section 4.2. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe('benjaminiHochberg', () => {
  it('rejects the four hypotheses that the paper rejects at 0.05', () => {
    expect(benjaminiHochberg(published).filter((q) => q <= 0.05)).toHaveLength(4);
  });

  it('equals R p.adjust on the same values', () => {
    const right = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
      0.5811818181818182, 0.714875, 0.7532307692307694, 0.8132142857142857, 1,
    ];
    expect(benjaminiHochberg(published)).toEqual(right.map((q) => expect.closeTo(q, 12)));
  });

  it('keeps the order given, and gives equal p the same q', () => {
    expect(benjaminiHochberg([0.04, 0.01, 0.04, 0.9])).toEqual([
      expect.closeTo(0.16 / 3, 12),
      expect.closeTo(0.04, 12),
      expect.closeTo(0.16 / 3, 12),
      expect.closeTo(0.9, 12),
    ]);
  });

  it('counts tests that are not listed as if their p were 1', () => {
    const listed = benjaminiHochberg([0.01, 0.02, 0.03], 10);
    const written = benjaminiHochberg([0.01, 0.02, 0.03, 1, 1, 1, 1, 1, 1, 1]).slice(0, 3);
    expect(listed).toEqual(written);
    expect(listed[0]).toBeCloseTo(0.1, 12);
  });

  it('gives nothing for nothing, and refuses what is no probability', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => benjaminiHochberg([0.5, 1.2])).toThrow('A p-value is 1.2');
    expect(() => benjaminiHochberg([Number.NaN])).toThrow('A p-value is NaN');
    expect(() => benjaminiHochberg([0.1, 0.2], 1)).toThrow('tests cannot be fewer');
  });
});
