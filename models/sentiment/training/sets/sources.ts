import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example, Source } from './examples.ts';
import { readRows } from './read-rows.ts';

/** What the weights that ship are trained on: sets whose licences let the result be shared. Paths are below `../shared/data`. */
export const sources: Source[] = [
  {
    name: 'NHS friends-and-family comments, 2023',
    licence: 'MIT',
    labels: 'comment sentiment: 1 and 2 positive, 3 neutral, 4 and 5 negative',
    read: (folder) =>
      readRows(join(folder, 'surveys/nhs-fft/v6framework_NEAS.csv')).flatMap((row) =>
        example(row['FFT answer'], row['Comment sentiment'] && 3 - Number(row['Comment sentiment']), 'nhs'),
      ),
  },
  {
    name: 'NHS friends-and-family comments, phase 1',
    licence: 'MIT',
    labels: 'criticality: 1 to 5 positive, −1 to −5 negative; 0, and answers that nothing need be better, left out',
    read: (folder) =>
      readRows(join(folder, 'surveys/nhs-fft/phase1_text_data.csv')).flatMap((row) =>
        example(
          row.feedback,
          row.label === "Couldn't be improved" ? undefined : Number(row.criticality) || undefined,
          'nhs',
        ),
      ),
  },
  {
    name: "Women's clothing reviews",
    licence: 'CC0',
    labels: 'rating: 5 positive, 1 and 2 negative; others left out. Titles and texts apart',
    read: (folder) =>
      readRows(join(folder, 'surveys/womens-clothing/reviews.csv')).flatMap((row) => {
        const rating = Number(row.Rating);
        const feeling = rating === 5 ? 1 : rating === 1 || rating === 2 ? -1 : undefined;
        return [
          ...example(row['Review Text'], feeling, 'clothing'),
          ...example(row.Title, rating === 4 ? 1 : feeling, 'clothing'),
        ];
      }),
  },
  {
    name: 'SFO survey comment codes, 2017',
    licence: 'PDDL',
    labels: 'sentiment of each code; each wording once',
    read: (folder) => {
      const wordings = new Map(
        readRows(join(folder, 'surveys/sfo/2017_coded_comments_long.csv')).map((row) => [row.Comment, row.Sentiment]),
      );
      return [...wordings].flatMap(([text, said]) =>
        example(text, said === 'Positive' ? 1 : said === 'Negative' ? -1 : said === 'Neutral' ? 0 : undefined, 'sfo'),
      );
    },
  },
  {
    name: 'CLINC150 queries',
    licence: 'CC BY 3.0',
    labels: 'every one neutral',
    read: (folder) => {
      const { train } = JSON.parse(readFileSync(join(folder, 'intents/clinc150/train_val.json'), 'utf8')) as {
        train: [string, string][];
      };
      return train
        .filter(([, intent]) => !/compliment|insult|thank|oos/.test(intent))
        .flatMap(([text]) => example(text, 0, 'clinc'));
    },
  },
  {
    name: 'Bitext customer-support utterances',
    licence: 'CDLA-Sharing 1.0',
    labels: 'neutral; complaints and reviews left out',
    read: (folder) =>
      readRows(join(folder, 'intents/bitext/train.csv')).flatMap((row) =>
        example(row.utterance, /FEEDBACK/.test(row.category ?? '') ? undefined : 0, 'bitext'),
      ),
  },
  {
    name: 'MultiDoGO customer turns (airline, finance, media, software)',
    licence: 'CDLA-Permissive 1.0',
    labels: 'neutral; thanks left out',
    read: (folder) =>
      ['airline', 'finance', 'media', 'software'].flatMap((trade) =>
        readRows(join(folder, `transcripts/multidogo/${trade}/train.tsv`), '\t').flatMap((row) =>
          example(row.utterance, /thank|outofdomain|closing/.test(row.intent ?? '') ? undefined : 0, 'multidogo'),
        ),
      ),
  },
];

function example(text: string | undefined, feeling: number | string | undefined, kind: string): Example[] {
  if (!text?.trim() || feeling === undefined || feeling === '') return [];
  return [{ text: text.trim(), feeling: Math.sign(Number(feeling)) as Example['feeling'], kind }];
}
