import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { madeUpHistory } from '../support/history.ts';
import { earshot, freshSurroundings, startProgram } from '../support/program.ts';

const surroundings = freshSurroundings();
afterAll(() => surroundings.remove());
const data = join(surroundings.dataDir, 'history.csv');
writeFileSync(
  data,
  `text,department\n${madeUpHistory(300)
    .map(({ text, team }) => `${text},${team}`)
    .join('\n')}\n`,
);
const history = ['--data', data, '--text', 'text', '--label', 'department', '--no-embeddings'];

const run = (...args: string[]) => earshot(['routing', ...args], surroundings.env);

describe('earshot routing', () => {
  it('replays a history and says what would have gone by itself, rightly and wrongly, at which cost', async () => {
    const { code, stdout, stderr } = await run('backtest', ...history, '--misroute', '20', '--look', '1', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const outcome = JSON.parse(stdout);
    expect(outcome).toMatchObject({ complaints: 240, manualCost: 1, asRouted: null });
    expect(outcome.routed).toBe(outcome.right + outcome.wrong);
    expect(outcome.routed + outcome.triage).toBe(240);
    expect(outcome.point.cost).toBeLessThan(1);
    expect(outcome.point.cost).toBeCloseTo((outcome.wrong * 20 + outcome.triage) / 240, 9);
    const inWords = await run('backtest', ...history);
    expect(inWords.stdout).toContain('240 complaints replayed');
    expect(inWords.stdout).toContain('billing:');
  });

  it('learns a model, shows it, and lets it route; through a running server as well', async () => {
    const trained = await run('train', ...history, '--json');
    expect(JSON.parse(trained.stdout)).toMatchObject({ id: 1, examples: 300 });
    expect((await run('promote', '1')).stdout).toContain('Model 1 is live');
    const server = await startProgram(surroundings.env);
    try {
      expect(JSON.parse((await run('train', ...history, '--json')).stdout)).toMatchObject({ id: 2 });
      expect((await run('shadow', '2')).stdout).toContain('in the shadow');
      const models = JSON.parse((await run('models', '--json')).stdout);
      expect(models.map(({ id, state }: { id: number; state: string }) => [id, state])).toEqual([
        [2, 'shadow'],
        [1, 'live'],
      ]);
    } finally {
      await server.stop();
    }
  }, 60_000);

  it('says what is missing: columns, cases to learn from, a model', async () => {
    expect((await run('backtest', '--data', data)).stderr).toContain('--text and --label');
    expect((await run('backtest', ...history, '--label', 'team')).stderr).toContain(
      'the columns are "text", "department"',
    );
    expect((await run('backtest', '--no-embeddings')).stderr).toContain('There are 0 complaints with a department');
    expect((await run('promote', '99')).stderr).toContain('no routing model 99');
    expect((await run('promote', 'one')).code).toBe(2);
  });
});
