import type { NightlyPipeline } from '../../pipeline.ts';
import { stem } from '../../text/stem.ts';
import type { CrossSellCue } from '../../types/findings.ts';
import type { WatchedText } from './name-watch.ts';

/** Collects what customers ask for beyond what they have. */
export interface CrossSellWatch {
  add(text: WatchedText): void;
  /** Things asked for in `minimumTexts` texts or more, those of most texts first. */
  cues(): CrossSellCue[];
}

/** Words that come between the phrase and the thing, or after it. */
const between = new Set(
  'a an the any some also to for me my your you i we that which with of have has had do does sell offer get add be is are it this one more other such kind sort now already please'.split(
    ' ',
  ),
);
const longestThing = 3;

/** @param settings.crossSell phrases that ask, such as "do you also". */
export function createCrossSellWatch({
  crossSell,
  minimumTexts,
}: Pick<NightlyPipeline['newcomers'], 'crossSell' | 'minimumTexts'>): CrossSellWatch {
  const phrases = crossSell.map((phrase) => phrase.toLowerCase().split(/\s+/).join(String.raw`\s+`));
  const asks = new RegExp(String.raw`\b(?:${phrases.join('|')})\b([^.!?;,]*)`, 'giu');
  const things = new Map<string, Omit<CrossSellCue, 'asked'> & { written: Map<string, number> }>();
  return {
    add({ id, sentences }) {
      for (const { start, end, text } of sentences) {
        for (const [whole, rest = ''] of text.matchAll(asks)) {
          const words = thingOf(rest);
          if (words.length === 0) continue;
          const key = words.map(stem).join(' ');
          const phrase = whole
            .slice(0, whole.length - rest.length)
            .trim()
            .toLowerCase();
          const known = things.get(key) ?? {
            ...{ phrases: [], documents: [], first: { document: id, start, end }, written: new Map<string, number>() },
          };
          if (known.documents.at(-1) !== id) known.documents.push(id);
          if (!known.phrases.includes(phrase)) known.phrases.push(phrase);
          const written = words.join(' ');
          known.written.set(written, (known.written.get(written) ?? 0) + 1);
          things.set(key, known);
        }
      }
    },
    cues: () =>
      [...things.values()]
        .filter(({ documents }) => documents.length >= minimumTexts)
        .map(({ written, phrases: said, ...thing }) => ({ ...thing, phrases: said.sort(), asked: usual(written) }))
        .sort((one, other) => other.documents.length - one.documents.length || (one.asked < other.asked ? -1 : 1)),
  };
}

/** The first words that say what is asked for. */
function thingOf(rest: string): string[] {
  const words = rest.toLowerCase().match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  const first = words.findIndex((word) => !between.has(word));
  if (first < 0) return [];
  const after = words.slice(first, first + longestThing);
  const end = after.findIndex((word) => between.has(word));
  return (end < 0 ? after : after.slice(0, end)).slice(0, 2);
}

function usual(written: ReadonlyMap<string, number>): string {
  return [...written].sort(([one, times], [other, more]) => more - times || (one < other ? -1 : 1))[0]![0];
}
