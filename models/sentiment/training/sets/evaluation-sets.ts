import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from './examples.ts';
import { readRows } from './read-rows.ts';

/** A set that no weight is trained on, whatever its licence: its texts only tell how good the model is. */
export interface EvaluationSet {
  name: string;
  language: 'en' | 'zh';
  licence: string;
  read(folder: string): Pick<Example, 'text' | 'feeling'>[];
}

type Case = Pick<Example, 'text' | 'feeling'>;

/** The rules were tuned on the even rows of these sets; the odd rows were only ever counted. */
const half = (cases: Case[], rest: 0 | 1) => cases.filter((_, row) => row % 2 === rest);

export const evaluationSets: EvaluationSet[] = [
  {
    name: 'SST-2 film review sentences, even rows (tuned on)',
    language: 'en',
    licence: 'research use',
    read: (folder) => half(readSst2(folder), 0),
  },
  {
    name: 'SST-2 film review sentences, odd rows (held out)',
    language: 'en',
    licence: 'research use',
    read: (folder) => half(readSst2(folder), 1),
  },
  {
    name: 'SemEval 2014 restaurant sentences',
    language: 'en',
    licence: 'research use',
    read: (folder) => readRestaurants(readFileSync(join(folder, 'sentiment/semeval14-absa/restaurants.xml'), 'utf8')),
  },
  {
    name: 'Tweets to airlines',
    language: 'en',
    licence: 'CC BY-NC-SA 4.0',
    read: (folder) =>
      readRows(join(folder, 'sentiment/airline-tweets/tweets.csv')).map((row) => ({
        text: row.text ?? '',
        feeling: feelings[row.airline_sentiment ?? ''] ?? 0,
      })),
  },
  {
    name: 'TweetEval tweets',
    language: 'en',
    licence: 'research use',
    read: (folder) => {
      const labels = readLines(join(folder, 'sentiment/tweeteval/sentiment/val_labels.txt'));
      return readLines(join(folder, 'sentiment/tweeteval/sentiment/val_text.txt')).map((text, row) => ({
        text,
        feeling: (Number(labels[row]) - 1) as Example['feeling'],
      }));
    },
  },
  ...[0, 1].flatMap((rest) =>
    [
      ['Hotel reviews', 'hotel.csv'],
      ['Shop reviews of eight kinds', 'online_shopping_8_cats.csv'],
    ].map(
      ([name, file]): EvaluationSet => ({
        name: `${name}, ${rest === 0 ? 'even rows (tuned on)' : 'odd rows (held out)'}`,
        language: 'zh',
        licence: 'none stated',
        read: (folder) => half(readReviews(join(folder, 'sentiment/zh-reviews', file!)), rest as 0 | 1),
      }),
    ),
  ),
];

const feelings: Record<string, Example['feeling']> = { positive: 1, neutral: 0, negative: -1 };

function readLines(path: string): string[] {
  return readFileSync(path, 'utf8').trim().split('\n');
}

function readSst2(folder: string): Case[] {
  return readLines(join(folder, 'sentiment/sst2/train.tsv')).map((line) => {
    const [text = '', label] = line.split('\t');
    return { text, feeling: label === '1' ? 1 : -1 };
  });
}

function readReviews(path: string): Case[] {
  return readRows(path).map((row) => ({ text: row.review ?? '', feeling: row.label === '1' ? 1 : -1 }));
}

/** Sentences whose categories all feel alike. */
function readRestaurants(xml: string): Case[] {
  return [...xml.matchAll(/<sentence[\s\S]*?<\/sentence>/g)].flatMap(([sentence]) => {
    const polarities = new Set(
      [...sentence.matchAll(/aspectCategory category="[^"]*" polarity="([^"]*)"/g)].map((m) => m[1]!),
    );
    const feeling = feelings[[...polarities].join()];
    const text = /<text>([\s\S]*?)<\/text>/.exec(sentence)?.[1] ?? '';
    return feeling === undefined ? [] : [{ text: decode(text), feeling }];
  });
}

function decode(text: string): string {
  return text
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
