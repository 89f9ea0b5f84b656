/** Sentences by phenomenon and by how they feel: positive and negative from a grade's 0.15 on, neutral below it. */
export type HardCases = Record<string, Partial<Record<Polarity, string[]>>>;
export type Polarity = 'positive' | 'neutral' | 'negative';

export interface Outcome {
  phenomenon: string;
  cases: number;
  right: number;
  /** What was heard wrongly, with the score. */
  wrong: string[];
}

/** How many of each phenomenon's sentences are heard rightly. */
export function hear(cases: HardCases, score: (text: string) => number): Outcome[] {
  return Object.entries(cases).map(([phenomenon, sentences]) => {
    const heard = Object.entries(sentences).flatMap(([polarity, texts]) =>
      texts.map((text) => ({ text, polarity, score: score(text) })),
    );
    const wrong = heard.filter((one) => polarityOf(one.score) !== one.polarity);
    return {
      phenomenon,
      cases: heard.length,
      right: heard.length - wrong.length,
      wrong: wrong.map((one) => `${one.polarity} ${one.score.toFixed(2)}: ${one.text}`),
    };
  });
}

function polarityOf(score: number): Polarity {
  return score >= 0.15 ? 'positive' : score <= -0.15 ? 'negative' : 'neutral';
}
