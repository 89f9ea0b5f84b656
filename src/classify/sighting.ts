import type { Document, Role } from '../types.ts';
import type { Prediction } from './learn/prediction.ts';

/** Where something besides the vocabulary sees a category in a text; an empty span is the text as a whole. */
export interface Sighting {
  category: string;
  start: number;
  end: number;
  /** Calibrated probability that the text names it; of `examples`, how like them it is. */
  score: number;
  /** `model:<name>` or `examples:<category>` */
  by: string;
  /** Left out where it is affirmed. */
  polarity?: 'negated';
}

/** A trained model as the intake uses it. */
export interface ModelInUse {
  name: string;
  folder: string;
  /** The category that each label means; what other labels say is passed over. */
  categories: Record<string, string>;
  /** When it asks the embeddings. */
  asking: 'always' | 'unsure' | 'never';
}

/** What those say to whom the pipeline listens, and how to get from there back into the text. */
export interface Heard {
  text: string;
  /** Offset in the document's text of an offset in this one. */
  toDocument(offset: number): number;
}

/** The words of a text that count: all of them, or in a call those of the roles listened to, a line an utterance. */
export function hear({ text, utterances }: Document, listenTo: readonly Role[]): Heard {
  if (utterances.length === 0) return { text, toDocument: (offset) => offset };
  let heard = '';
  const pieces: { at: number; start: number }[] = [];
  for (const { role, start, end } of utterances) {
    if (!listenTo.includes(role)) continue;
    pieces.push({ at: heard.length, start });
    heard += `${text.slice(start, end)}\n`;
  }
  return {
    text: heard,
    toDocument(offset) {
      const piece = pieces.findLast(({ at }) => at <= offset);
      return piece ? piece.start + offset - piece.at : offset;
    },
  };
}

/** Words shown as evidence of one label: the few that weighed most say why, the rest would only count. */
const mostWords = 3;

/** What a model's prediction says of a text: nothing where it abstains, or where its label means no category. */
export function sightingsOf(
  prediction: Prediction,
  { toDocument }: Heard,
  { name, categories }: ModelInUse,
): Sighting[] {
  if (prediction.abstained) return [];
  const { labels, score, words } = prediction;
  return labels.flatMap((label, at) => {
    const category = categories[label];
    if (category === undefined) return [];
    const sighting = { category, score, by: `model:${name}` };
    // The words are those of the first label.
    const spans = at > 0 ? [] : words.filter(({ weight }) => weight > 0).slice(0, mostWords);
    if (spans.length === 0) return [{ ...sighting, start: 0, end: 0 }];
    return spans.map(({ start, end }) => ({ ...sighting, start: toDocument(start), end: toDocument(end - 1) + 1 }));
  });
}
