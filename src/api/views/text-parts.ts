import type { TextPart } from '../../../dashboards/views/shared.ts';

/** Where words of a text are evidence for a category. */
export interface Span {
  start: number;
  end: number;
  category: string;
}

/**
 * Cuts a stretch of a text where evidence begins and ends, so that each part says for which categories it is evidence.
 * Spans may overlap and may reach beyond the stretch.
 */
export function textParts(text: string, start: number, end: number, spans: readonly Span[]): TextPart[] {
  const within = spans.filter((span) => span.start < end && span.end > start);
  const cuts = new Set([start, end]);
  for (const span of within) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, at) => {
    const to = ordered[at + 1] ?? end;
    const covering = within.filter((span) => span.start <= from && span.end >= to);
    return { text: text.slice(from, to), categories: [...new Set(covering.map((span) => span.category))] };
  });
}
