import type { PastComplaint } from '../../src/route/learned/backtest.ts';
import { createRandom } from '../../src/stats/random.ts';

const words = {
  billing: ['invoice', 'charged', 'refund', 'payment', 'bill', 'amount', 'twice', 'debit'],
  network: ['signal', 'outage', 'mast', 'coverage', 'dropped', 'slow', 'connection', 'line'],
  sales: ['contract', 'offer', 'upgrade', 'promised', 'renewal', 'plan', 'discount', 'shop'],
};
const filler = ['please', 'again', 'since', 'monday', 'nobody', 'answers', 'still', 'my', 'the', 'is', 'your'];

/** Complaints whose words tell their team, but for one in ten that says nothing; the same for the same seed. */
export function madeUpHistory(count: number, seed = 1): PastComplaint[] {
  const random = createRandom(seed);
  const teams = Object.keys(words) as (keyof typeof words)[];
  return Array.from({ length: count }, () => {
    const team = teams[random.below(teams.length)]!;
    const telling = random.below(10) === 0 ? [] : Array.from({ length: 3 }, () => words[team][random.below(8)]!);
    const rest = Array.from({ length: 6 }, () => filler[random.below(filler.length)]!);
    return { text: random.shuffle([...telling, ...rest]).join(' '), team };
  });
}
