import { describe, expect, it } from 'vitest';
import { backtest, type PastComplaint } from '../../../src/route/learned/backtest.ts';
import { judgeTeams } from '../../../src/route/learned/judge-teams.ts';

const history: PastComplaint[] = Array.from({ length: 10 }, (_, at) => ({
  text: String(at),
  team: at % 2 === 0 ? 'even' : 'odd',
}));

describe('backtest', () => {
  it('judges each part by what was learned from all before it, and by nothing later', async () => {
    const learned: string[][] = [];
    const judged = await backtest(history, 5, async (past) => {
      learned.push(past.map(({ text }) => text));
      const latest = Number(past.at(-1)?.text);
      return async (texts) => {
        expect(texts.every((text) => Number(text) > latest)).toBe(true);
        return texts.map((text) => [{ team: Number(text) % 2 === 0 ? 'even' : 'odd', score: 0.9 }]);
      };
    });
    expect(learned.map(({ length }) => length)).toEqual([2, 4, 6, 8]);
    expect(judged.map(({ truth }) => truth)).toEqual(history.slice(2).map(({ team }) => team));
    expect(judgeTeams(judged, 0.5, 0.95)).toMatchObject({ complaints: 8, routed: 8, right: 8, wrong: 0, triage: 0 });
  });

  it('wants more complaints than parts', async () => {
    const learn = async () => async () => [];
    await expect(backtest(history.slice(0, 3), 5, learn)).rejects.toThrow('got 3 complaints');
    await expect(backtest(history, 1, learn)).rejects.toThrow('two parts or more');
  });
});

describe('judgeTeams', () => {
  const judged = [
    { truth: 'billing', suggestions: [{ team: 'billing', score: 0.9 }] },
    { truth: 'billing', suggestions: [{ team: 'network', score: 0.8 }] },
    {
      truth: 'network',
      suggestions: [
        { team: 'billing', score: 0.4 },
        { team: 'network', score: 0.3 },
      ],
    },
    { truth: 'sales', suggestions: [] },
  ];

  it('tells what is routed from what a person must look at', () => {
    const quality = judgeTeams(judged, 0.5, 0.95);
    expect(quality).toMatchObject({ complaints: 4, routed: 2, right: 1, wrong: 1, triage: 2, triageHelped: 1 });
    expect(quality.confusions).toEqual([{ truth: 'billing', given: 'network', count: 1 }]);
  });

  it('counts for each team what belongs to it, what it was sent and what reached it', () => {
    const { teams } = judgeTeams(judged, 0.5, 0.95);
    expect(
      teams.map(({ team, complaints, routed, right, reached }) => [team, complaints, routed, right, reached]),
    ).toEqual([
      ['billing', 2, 1, 1, 1],
      ['network', 1, 1, 0, 1],
      ['sales', 1, 0, 0, 1],
    ]);
    expect(teams[2]?.precision).toBeNull();
  });

  it('routes nothing by a suggestion that is not there, whatever the threshold', () => {
    expect(judgeTeams(judged, 0, 0.95)).toMatchObject({ routed: 3, triage: 1 });
  });
});
