import { isSentFrom, isSignOff, startsDisclaimer } from './signature-marks.ts';

/** A signature is looked for in the last lines only. */
const LAST_LINES = 25;

/**
 * Leaves out what stands below a mail's words: all after `-- `, "Sent from my iPhone", legal notices, and a sign-off
 * with name, title, telephone and addresses below it. A mail that would be empty without its signature keeps it.
 * @param sender the sender's name from the mail's header, if any.
 */
export function dropSignature(text: string, sender: string | null): string {
  let lines = text.split('\n');
  // Signatures stack: a sign-off, a `-- ` block below it, a legal notice at the end.
  for (let round = 0; round < 5; round++) {
    const cut = signatureStart(lines, sender);
    if (cut === null || lines.slice(0, cut).every((line) => line.trim() === '')) break;
    lines = withoutBlankEnd(lines.slice(0, cut));
  }
  return lines.join('\n').trim();
}

function withoutBlankEnd(lines: string[]): string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]!.trim() === '') end--;
  return lines.slice(0, end);
}

/** Index of the line with which a signature begins; null where there is none. */
function signatureStart(lines: string[], sender: string | null): number | null {
  for (let at = Math.max(0, lines.length - LAST_LINES); at < lines.length; at++) {
    const line = lines[at]!.trim();
    const below = lines
      .slice(at + 1)
      .map((each) => each.trim())
      .filter(Boolean);
    if (/^(?:--|—|__)$/.test(line)) return at;
    if (startsDisclaimer(line) && endsWithParagraph(lines, at)) return at;
    if (isSentFrom(line) && below.length <= 4) return at;
    if (/^[-_=*~]{3,}$/.test(line) && below.length > 0 && below.every(isShort) && below.some(isContact)) return at;
    if (isSignOff(line) && below.length > 0 && below.length <= 8 && below.every(isShort)) return at;
    if (isContactBlock(lines, at)) return at;
    if (isName(line, sender) && below.length <= 6 && below.every(isShort)) return at;
  }
  return null;
}

/** A legal notice is the last paragraph, or the one before a last short one. */
function endsWithParagraph(lines: string[], at: number): boolean {
  const paragraphs = lines
    .slice(at)
    .join('\n')
    .trim()
    .split(/\n\s*\n/);
  return paragraphs.length <= 3;
}

/** Names, titles, streets and numbers, but no sentence. */
function isShort(line: string): boolean {
  const words = line.split(/\s+/).length;
  return line.length <= 70 && words <= 9 && !(/[.?!]$/.test(line) && words > 4);
}

function isContact(line: string): boolean {
  return /\+?\d[\d\s().-]{5,}\d|\S@\S|https?:|www\.|\b(?:tel|fax|phone|mobile|cell|skype)\b|mailing list/i.test(line);
}

/** A last paragraph of short lines that begins with a name and holds an address, a number or a link. */
function isContactBlock(lines: string[], at: number): boolean {
  if (at === 0 || lines[at - 1]!.trim() !== '') return false;
  const block = lines.slice(at).map((line) => line.trim());
  if (block.length < 2 || block.length > 8 || block.includes('') || !block.every(isShort)) return false;
  return /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3}(?:,.*)?$/u.test(block[0]!) && block.slice(1).some(isContact);
}

function isName(line: string, sender: string | null): boolean {
  if (!sender || line.length > 60) return false;
  const [name, written] = [sender, line.replace(/[,.]$/, '')].map((each) => each.toLowerCase().trim()) as [
    string,
    string,
  ];
  const first = name.split(/\s+/)[0]!;
  return written === name || (written === first && first.length > 2);
}
