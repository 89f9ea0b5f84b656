import { readEnglish, restOf, sumCues } from '../../../src/classify/sentiment/english.ts';
import type { Lexicon } from '../../../src/classify/sentiment/lexicon.ts';
import { createRandom } from '../../../src/stats/random.ts';
import type { Tokenizer } from '../../../src/text/tokenize.ts';
import type { ReadExample } from './fit-lean.ts';
import type { Example, Source } from './sets/examples.ts';

/** Reads a source as the rules do; of a larger one so many texts, drawn by the seed. A text met twice counts once. */
export function readExamples(
  source: Source,
  folder: string,
  most: number,
  seed: number,
  tokenize: Tokenizer,
  lexicon: Lexicon,
): ReadExample[] {
  const texts = new Map(
    source.read(folder).map((example): [string, Example] => [example.kind + example.text, example]),
  );
  const drawn = createRandom(seed)
    .shuffle([...texts.values()])
    .slice(0, most);
  return drawn.map((example) => {
    const read = (tokenize(example.text, 'en') ?? []).map(({ tokens }) => readEnglish(tokens, lexicon));
    return {
      ...example,
      pieces: read.flatMap(restOf),
      cues: read.reduce((sum, text) => sum + sumCues(text, lexicon), 0),
    };
  });
}
