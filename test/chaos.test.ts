import { describe, expect, it } from 'vitest';
import { missingPrograms } from '../bench/chaos/programs.ts';
import { runChaos } from '../bench/chaos/run-chaos.ts';
import { faultsOf } from '../bench/chaos/verdict.ts';

const missing = missingPrograms();
const reason = missing.length > 0 ? ` (skipped: ${missing.join(', ')} cannot be found)` : '';

describe.skipIf(missing.length > 0)(`a run through faults${reason}`, () => {
  it('analyses and routes every text exactly once', async () => {
    const texts = 600;
    const report = await runChaos({ texts, seed: 1, mostKills: 4, limitSeconds: 150 });
    expect(faultsOf(report, texts)).toEqual([]);
    expect(report.faults).toHaveLength(4);
    expect(report.kills).toBeGreaterThan(0);
    expect(report.counts.cases).toBeGreaterThan(50);
  }, 180_000);
});
