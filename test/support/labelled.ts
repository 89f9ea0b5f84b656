import { createRandom } from '../../src/stats/random.ts';

const things: Record<string, string[]> = {
  delivery: [
    'the parcel came late',
    'my order never arrived',
    'the courier left it in the rain',
    'delivery took two weeks',
  ],
  billing: ['I was charged twice', 'the invoice is wrong', 'my refund has not been paid', 'the bill went up again'],
  staff: [
    'the agent was very kind',
    'nobody in the shop was friendly',
    'your team helped at once',
    'she listened to me',
  ],
};
const openings = ['Hello, ', 'Last week ', 'To be honest, ', 'Once more: ', 'I write since ', ''];
const endings = ['.', ', thank you.', ' and I am sorry to say so!', ' again.', ' as ever.', ', please note.'];

/** Labelled texts written for these tests: `count` of each of three labels, no two alike. */
export function labelledTexts(count: number, seed = 1): { text: string; label: string }[] {
  const random = createRandom(seed);
  const pick = (list: string[]): string => list[random.below(list.length)]!;
  return Object.entries(things).flatMap(([label, phrases]) =>
    Array.from({ length: count }, (_, at) => ({
      text: `${pick(openings)}${pick(phrases)} and ${pick(phrases)}${pick(endings)} (${seed}-${at})`,
      label,
    })),
  );
}

export function toCsv(rows: Record<string, string>[]): string {
  const columns = Object.keys(rows[0]!);
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column]!))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n')}\n`;
}
