import { describe, expect, it } from 'vitest';
import { type AuditedStratum, correctedShare } from '../../src/stats/corrected-share.ts';
import { createRandom } from '../../src/stats/random.ts';

const empty: AuditedStratum = { population: 0, predicted: 0, yesYes: 0, yesNo: 0, noYes: 0, noNo: 0 };

describe('correctedShare', () => {
  it('adds the mean difference of person and machine to what the machine says', () => {
    const share = correctedShare(
      [{ population: 1000, predicted: 300, yesYes: 25, yesNo: 5, noYes: 10, noNo: 60 }],
      0.95,
    );
    expect(share?.predicted).toBe(0.3);
    expect(share?.corrected).toBeCloseTo(0.35, 12);
    expect(share?.sampled).toBe(100);
  });

  it('has the interval of Agresti and Min for matched proportions', () => {
    // Their table: approval ratings, 86 and 150 of 1,600 changed sides; the difference of proportions is 0.04.
    const share = correctedShare(
      [{ population: 1600, predicted: 880, yesYes: 794, yesNo: 86, noYes: 150, noNo: 570 }],
      0.95,
    );
    expect(share?.corrected).toBeCloseTo(0.55 + 0.04, 12);
    expect((share?.lower ?? 0) - 0.55).toBeCloseTo(0.021, 3);
    expect((share?.upper ?? 0) - 0.55).toBeCloseTo(0.059, 3);
  });

  it('weighs each part by its texts, not by its sample', () => {
    const busy = { ...empty, population: 900, predicted: 90, yesYes: 5, noYes: 5, noNo: 10 };
    const quiet = { ...empty, population: 100, predicted: 10, yesYes: 5, noNo: 15 };
    expect(correctedShare([busy, quiet], 0.95)?.corrected).toBeCloseTo(0.1 + 0.9 * 0.25, 12);
  });

  it('claims no certainty where the sample shows no error', () => {
    const share = correctedShare([{ ...empty, population: 500, predicted: 100, yesYes: 4, noNo: 16 }], 0.95);
    expect(share?.lower).toBeLessThan(0.2 - 0.05);
    expect(share?.upper).toBeGreaterThan(0.2 + 0.05);
  });

  it('covers the truth as often as it says', () => {
    const random = createRandom(11);
    const texts = Array.from({ length: 3000 }, () => {
      const truth = random.next() < 0.15;
      return { truth, said: truth ? random.next() < 0.7 : random.next() < 0.05 };
    });
    const truth = texts.filter((text) => text.truth).length / texts.length;
    let covered = 0;
    for (let round = 0; round < 1000; round += 1) {
      const sample = random.shuffle([...texts]).slice(0, 60);
      const count = (said: boolean, real: boolean) =>
        sample.filter((text) => text.said === said && text.truth === real).length;
      const share = correctedShare(
        [
          {
            population: texts.length,
            predicted: texts.filter(({ said }) => said).length,
            yesYes: count(true, true),
            yesNo: count(true, false),
            noYes: count(false, true),
            noNo: count(false, false),
          },
        ],
        0.95,
      );
      if (share && share.lower <= truth && truth <= share.upper) covered += 1;
    }
    expect(covered).toBeGreaterThan(930);
    expect(covered).toBeLessThan(990);
  });

  it('says nothing where a part has no sample, and refuses counts that cannot be', () => {
    expect(correctedShare([{ ...empty, population: 10, predicted: 3 }], 0.95)).toBeNull();
    expect(correctedShare([], 0.95)).toBeNull();
    expect(() => correctedShare([{ ...empty, population: 1, predicted: 2 }], 0.95)).toThrow('more predicted');
  });
});
