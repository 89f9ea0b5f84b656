import { describe, expect, it } from 'vitest';
import { quality } from '../../../pipelines/quality.ts';
import { training } from '../../../pipelines/training.ts';
import { judgeTeams } from '../../../src/route/learned/judge-teams.ts';
import { unpackQuality } from '../../../src/route/learned/model-quality.ts';
import { learnRouting, replayHistory } from '../../../src/workers/routing/learn-routing.ts';
import { madeUpHistory } from '../../support/history.ts';

const options = { training, quality, embedder: null, source: { name: 'history.csv', sha256: '0'.repeat(64) } };
const history = madeUpHistory(300);

describe('learning to route from history', () => {
  it('judges complaints by what was known before them, and is right on those that say something', async () => {
    const parts: number[] = [];
    const judged = await replayHistory(history, { ...options, onProgress: (done) => void parts.push(done) });
    expect(parts).toEqual([1, 2, 3, 4]);
    const { complaints, routed, right } = judgeTeams(judged, 0.8, 0.95);
    expect(complaints).toBe(240);
    expect(routed).toBeGreaterThan(120);
    expect(right / routed).toBeGreaterThan(0.95);
  });

  it('gives a classifier with the threshold of least cost, the same twice', async () => {
    const learned = await learnRouting(history, options);
    expect(learned).toMatchObject({ source: 'history.csv', examples: 300 });
    expect([...learned.files.keys()]).toEqual(['card.json', 'metrics.json', 'weights.bin']);
    expect(learned.threshold).toBeGreaterThan(0.3);
    expect(learned.threshold).toBeLessThanOrEqual(1);
    expect(unpackQuality(learned.quality)).toHaveLength(240);
    const again = await learnRouting(history, options);
    expect(again.files.get('weights.bin')).toEqual(learned.files.get('weights.bin'));
  });

  it('says how many examples it takes', async () => {
    await expect(learnRouting(history.slice(0, 50), options)).rejects.toThrow(
      '50 complaints with a department to learn from; it takes 100',
    );
  });
});
