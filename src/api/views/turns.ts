import type { SentenceView, Turn } from '../../../dashboards/views/shared.ts';
import type { FoundText } from '../../store/read/find-text.ts';
import type { AnalysedSentence, Grade } from '../../types.ts';
import { type Span, textParts } from './text-parts.ts';

/** A text turn by turn and sentence by sentence, its evidence marked. Whatever is no call is one turn without speaker. */
export function turnsOf(text: FoundText, spans: readonly Span[]): Turn[] {
  if (text.utterances.length === 0) {
    const whole = { start: 0, end: text.text.length };
    return [{ speaker: null, role: 'customer', at: null, sentences: sentencesOf(text, whole, text.sentences, spans) }];
  }
  return text.utterances.map((utterance, number) => ({
    speaker: utterance.speaker,
    role: utterance.role,
    at: utterance.at,
    sentences: sentencesOf(
      text,
      utterance,
      text.sentences.filter((sentence) => sentence.utterance === number),
      spans,
    ),
  }));
}

/** Every word of the stretch is shown: what stands between sentences goes with the one that follows it. */
function sentencesOf(
  { text }: FoundText,
  stretch: { start: number; end: number },
  sentences: readonly AnalysedSentence[],
  spans: readonly Span[],
): SentenceView[] {
  const neutral = { score: 0, grade: 0 as Grade };
  const known = sentences.length > 0 ? sentences : [{ ...stretch, sentiment: neutral }];
  return known.map(({ sentiment }, at) => {
    const from = at === 0 ? stretch.start : (known[at - 1]?.end ?? stretch.start);
    const to = at === known.length - 1 ? stretch.end : (known[at]?.end ?? stretch.end);
    const before = /^\s*/u.exec(text.slice(from, to))?.[0] ?? '';
    const after = /\s*$/u.exec(text.slice(from + before.length, to))?.[0] ?? '';
    return {
      sentiment: sentiment.score,
      grade: sentiment.grade,
      paragraph: at > 0 && /\n\s*\n/u.test(before),
      parts: textParts(text, from + before.length, to - after.length, spans),
    };
  });
}
