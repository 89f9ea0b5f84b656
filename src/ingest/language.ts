import eld from 'eld/extrasmall';
import { englishWords, sharedWords } from './english-words.ts';

/** Enough of a text to tell its language by; the detector itself reads no further. */
const SAMPLE_LENGTH = 1000;

/** Longer texts are told by their letters alone; shorter ones are asked for English words first. */
const SHORT_WORDS = 12;

/**
 * Tells a text's language as ISO 639-1, or `und` where it cannot be told. Chinese, Japanese and Korean are told by their
 * script, since the detector is unsure of them when short. A short text in Latin script is English when most of its
 * words are ordinary English ones ("Great service."); otherwise the detector must be sure of what it says.
 */
export function tellLanguage(text: string): string {
  const sample = withoutNoise(text.slice(0, SAMPLE_LENGTH));
  const script = eastAsian(sample);
  if (script) return script;
  const words = sample.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? [];
  if (words.length === 0) return 'und';
  if (words.length <= SHORT_WORDS && mostlyEnglish(words)) return 'en';
  const found = eld.detect(sample);
  return found.language && found.isReliable() ? found.language : 'und';
}

const languageNames = new Map(
  Object.entries({
    en: 'english',
    de: 'german deutsch',
    fr: 'french français',
    es: 'spanish español',
    it: 'italian italiano',
    pt: 'portuguese português',
    nl: 'dutch nederlands',
    pl: 'polish polski',
    sv: 'swedish',
    da: 'danish',
    no: 'norwegian',
    fi: 'finnish',
    cs: 'czech',
    ru: 'russian',
    tr: 'turkish',
    ar: 'arabic',
    hi: 'hindi',
    zh: 'chinese mandarin 中文',
    ja: 'japanese 日本語',
    ko: 'korean 한국어',
  }).flatMap(([code, names]) => names.split(' ').map((name): [string, string] => [name, code])),
);

/** The ISO 639-1 code that a person or a program meant by `en-GB`, `zh_CN` or `German`; null for anything else. */
export function languageCode(said: string | null): string | null {
  const value = (said ?? '').trim().toLowerCase();
  return languageNames.get(value) ?? /^([a-z]{2})(?:[-_][a-z0-9]{2,8})*$/.exec(value)?.[1] ?? null;
}

/** Addresses, links, handles and codes say nothing about the language. */
function withoutNoise(text: string): string {
  return text
    .replace(/(?:https?:\/\/|www\.)[!-~]+/gi, ' ')
    .replace(/[\w.+-]{1,64}@[\w.-]+/g, ' ')
    .replace(/@[A-Za-z0-9_]+/g, ' ')
    .replace(/[A-Za-z]*\d[A-Za-z0-9]*/g, ' ');
}

/**
 * By script, where at least a third of the letters are East Asian (a Chinese text may name an English product): kana
 * means Japanese, Hangul means Korean, Han alone means Chinese. A stray kana is not enough: Chinese writers use の.
 */
function eastAsian(text: string): 'zh' | 'ja' | 'ko' | null {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const east = han + kana + hangul;
  // One Han character says about as much as three Latin letters.
  if (east === 0 || east * 3 < count(/\p{Script=Latin}/gu)) return null;
  if (hangul > han + kana) return 'ko';
  return kana * 8 > han ? 'ja' : 'zh';
}

/** More than half the words, and one of them no other language's: "No funciona" and "no me gusta" are Spanish. */
function mostlyEnglish(words: string[]): boolean {
  const english = words.map((word) => word.replace('’', "'")).filter((word) => englishWords.has(word));
  const own = english.filter((word) => !sharedWords.has(word));
  if (english.length === words.length) return own.length > 0 || words.length <= 2;
  return own.length > 0 && (english.length * 2 > words.length || own.length * 2 >= words.length);
}
