import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** Texts hold ever new names and numbers; past this many words the memory of stems starts afresh. */
const largestMemory = 50_000;
const stems = new Map<string, string>();

/** Where Porter's rules would make one of two words: "us" and "use", "busy" and "business", "new" and "news". */
const apart: Record<string, string> = { us: 'us-', business: 'business', businesses: 'business', news: 'news' };

/** Porter stem of an English word in lower case: `charges`, `charged` and `charging` all give `charg`. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  // Only words of plain letters have endings; the rest (numbers, emoji, other scripts) stand for themselves.
  const plain = /^[a-z]+(?:'[a-z]+)?$/.test(word) ? porter.stem(word) : word;
  const result = Object.hasOwn(apart, word) ? apart[word]! : plain;
  if (stems.size >= largestMemory) stems.clear();
  stems.set(word, result);
  return result;
}
