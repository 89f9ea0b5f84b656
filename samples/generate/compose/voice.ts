import type { Voice } from '../plan/customers.ts';
import type { Random } from '../random.ts';

/** Rewrites good English as this customer would type it. */
export function inVoice(text: string, voice: Voice, random: Random): string {
  let typed = voice.curlyQuotes ? curly(text) : straight(text);
  if (voice.textSpeak) typed = shorten(typed);
  if (voice.typos > 0) typed = mistype(typed, voice.typos, random);
  if (voice.lowerCase) typed = typed.toLowerCase().replace(/\.$/, '');
  return typed;
}

function straight(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function curly(text: string): string {
  return text
    .replace(/(^|\s)'(?=\w)/g, '$1‘')
    .replace(/'/g, '’')
    .replace(/(^|\s)"/g, '$1“')
    .replace(/"/g, '”');
}

const shortForms: [RegExp, string][] = [
  [/\byou are\b/gi, 'ur'],
  [/\byour\b/gi, 'ur'],
  [/\byou\b/gi, 'u'],
  [/\bplease\b/gi, 'pls'],
  [/\bthanks\b/gi, 'thx'],
  [/\bbecause\b/gi, 'cos'],
  [/\bpeople\b/gi, 'ppl'],
  [/\bsomething\b/gi, 'smth'],
  [/\bI have\b/g, "I've"],
  [/\bminutes\b/g, 'mins'],
];

function shorten(text: string): string {
  return shortForms.reduce((short, [form, better]) => short.replace(form, better), text);
}

/** Mistypes small words of four letters and more: names, amounts and codes stay readable. */
function mistype(text: string, share: number, random: Random): string {
  return text.replace(/(?<![\p{L}'’@.-])\p{Ll}[\p{Ll}'’]{3,}(?![\p{L}@])/gu, (word) =>
    random.chance(share) ? slip(word, random) : word,
  );
}

function slip(word: string, random: Random): string {
  const at = random.int(1, word.length - 2);
  if (/['’]/.test(word)) return word.replace(/['’]/, '');
  switch (random.weighted({ swap: 4, drop: 3, double: 2, neighbour: 1 })) {
    case 'swap':
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    case 'drop':
      return word.slice(0, at) + word.slice(at + 1);
    case 'double':
      return word.slice(0, at) + word.charAt(at) + word.slice(at);
    default:
      return word.slice(0, at) + nextKey(word.charAt(at)) + word.slice(at + 1);
  }
}

function nextKey(letter: string): string {
  for (const row of ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']) {
    const at = row.indexOf(letter);
    if (at >= 0) return row.charAt(at === row.length - 1 ? at - 1 : at + 1);
  }
  return letter;
}
