/** Whether a question wants to know, or complains; null where it opens as a statement does. */
export type Question = 'asks' | 'accuses' | 'doubts';

const accusing =
  /^(?:and |so |but )?(?:why|when will|when are you|how (?:is|are|can|could|dare|many|much longer|long|often)|what (?:kind|sort) of|do you even|does any|is any|who )/;
const asking =
  /^(?:hi |hello |and |so |but )?(?:how (?:do|can i|to|would)|where|what|which|when|can|could|may|is|are|do|does|will|would|did|should) /;

/** Told by how it opens: "how do I …" asks, "why …" accuses; anything else, a statement with a question's mark, doubts. */
export function tellQuestion(pieces: readonly string[]): Question {
  const opening = pieces.slice(0, 5).join(' ');
  if (accusing.test(opening)) return 'accuses';
  return asking.test(opening) ? 'asks' : 'doubts';
}

const kept: Record<Question, { good: number; bad: number }> = {
  // Who asks whether it is good does not say that it is; who asks about a loss has perhaps had none.
  asks: { good: 0.15, bad: 0.3 },
  // "How is this acceptable?"
  accuses: { good: -0.3, bad: 0.9 },
  doubts: { good: 0.4, bad: 0.8 },
};

/** What is left of a value in a question. */
export function weighAsked(value: number, question: Question | null): number {
  if (question === null) return value;
  return value * (value > 0 ? kept[question].good : kept[question].bad);
}
