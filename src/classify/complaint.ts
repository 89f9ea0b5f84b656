import type { IntakePipeline } from '../pipeline.ts';
import type { AnalysedSentence, Facet, Mention } from '../types.ts';

/** What a text was found to say, before it is known whether it complains. */
export interface Findings {
  text: string;
  sentences: readonly AnalysedSentence[];
  mentions: readonly Mention[];
  /** Of the text as a whole, −1 to 1. */
  sentiment: number;
}

const complaint = 'signal.complaint';
const praise = 'signal.praise';

/**
 * The mention that makes a text a complaint where its own words do not say so outright: none where it already affirms
 * `signal.complaint`, or is no complaint. Another signal that the pipeline takes for a complaint is repeated as one. A text
 * that names a topic and feels bad enough complains by its worst sentence — unless it only asks, or praises.
 */
export function findComplaint(
  { text, sentences, mentions, sentiment }: Findings,
  pipeline: IntakePipeline['complaint'],
  facetOf: (category: string) => Facet | undefined,
): Mention | null {
  const affirmed = mentions.filter(({ polarity }) => polarity === 'affirmed');
  if (affirmed.some(({ category }) => category === complaint)) return null;
  const signal = affirmed.find(({ category }) => pipeline.signals.includes(category));
  if (signal) return { ...signal, category: complaint };
  if (sentiment > pipeline.sentimentAtMost) return null;
  if (!affirmed.some(({ category }) => /^(?:topic|product|cause)$/.test(facetOf(category) ?? ''))) return null;
  if (affirmed.some(({ category }) => category === praise)) return null;
  const stated = sentences.filter(({ end }) => !/[?？]["'”’)\s]*$/.test(text.slice(end - 3, end)));
  const worst = stated.reduce<AnalysedSentence | null>(
    (found, sentence) => (found && found.sentiment.score <= sentence.sentiment.score ? found : sentence),
    null,
  );
  if (!worst || worst.sentiment.score >= 0) return null;
  return {
    sentence: sentences.indexOf(worst),
    start: worst.start,
    end: worst.end,
    category: complaint,
    polarity: 'affirmed',
    sentiment: worst.sentiment.score,
    score: Math.min(1, -worst.sentiment.score),
    by: 'model:sentiment',
  };
}
