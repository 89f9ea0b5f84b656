/** The colours of the page, read from its style sheet: pictures follow light and dark as the rest does. */
export interface Palette {
  ink: string;
  muted: string;
  line: string;
  card: string;
  raised: string;
  font: string;
  channel(key: string): string;
  /** The filling for a grade from −2 to 2; null is not understood. */
  mood(grade: number | null): string;
  /** From no evidence of going together (0) to the strongest (4). */
  strengths: string[];
  /** What is readable on each of them. */
  strengthInks: string[];
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: read('ink'),
    muted: read('muted'),
    line: read('line'),
    card: read('card'),
    raised: read('raised'),
    font: getComputedStyle(document.body).fontFamily,
    channel: (key) => read(key),
    mood: (grade) => read(grade === null ? 'mood-0-fill' : `mood-${grade < 0 ? `n${-grade}` : grade}-fill`),
    strengths: [0, 1, 2, 3, 4].map((step) => read(`strength-${step}`)),
    strengthInks: [0, 1, 2, 3, 4].map((step) => read(`strength-${step}-ink`)),
  };
}

/** What every picture has in common. Tooltips are painted: the page's policy forbids styles written into markup. */
export function commonOption(palette: Palette) {
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.ink },
    tooltip: {
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: palette.card,
      borderColor: palette.line,
      borderWidth: 1,
      padding: 10,
      textStyle: { color: palette.ink, fontSize: 13, lineHeight: 19, fontFamily: palette.font },
    },
  };
}
