import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { buildCorpus } from '../../samples/generate/corpus.ts';
import { mailBytes, readCustomerTexts, samples } from './customer-texts.ts';

const files = buildCorpus();
const texts = await readCustomerTexts();
const mails = mailBytes().map(({ bytes }) => bytes.toString('latin1'));

/** Every file that the generator owns. */
function committed(): string[] {
  const below = readdirSync(join(samples, 'telecoms'), { recursive: true, withFileTypes: true });
  const owned = below
    .filter((entry) => entry.isFile())
    .map((entry) => relative(samples, join(entry.parentPath, entry.name)));
  return [...owned, 'labels.csv'].sort();
}

test('the generator writes exactly the files that are committed, byte for byte', () => {
  expect(files.map(({ path }) => path).sort()).toEqual(committed());
  const changed = files.filter(({ path, bytes }) => !bytes.equals(readFileSync(join(samples, path))));
  expect(changed.map(({ path }) => path)).toEqual([]);
});

test('another seed writes another corpus of the same make', () => {
  const other = buildCorpus('another');
  const answers = (list: typeof files) => list.find(({ path }) => path.endsWith('answers.csv'))?.bytes.toString();
  expect(answers(other)?.split('\n')[0]).toBe(answers(files)?.split('\n')[0]);
  expect(answers(other)).not.toBe(answers(files));
});

test('there are at least 150 emails, 45 calls and 320 answers, in under 1.5 MB and over 90 days', () => {
  const count = (channel: string) => texts.filter((text) => text.channel === channel).length;
  expect(count('email')).toBeGreaterThanOrEqual(150);
  expect(count('call')).toBeGreaterThanOrEqual(45);
  expect(count('survey')).toBeGreaterThanOrEqual(320);
  expect(texts[0]?.day).toBe('2026-08-18');
  expect(texts.at(-1)?.day).toBe('2026-11-15');
  const bytes = committed().reduce((sum, path) => sum + statSync(join(samples, path)).size, 0);
  expect(bytes).toBeLessThan(1.5 * 2 ** 20);
});

test('calls come as WebVTT, SRT, dialogue and Contact Lens JSON', () => {
  const extensions = readdirSync(join(samples, 'telecoms/calls')).map((name) => name.split('.').at(-1));
  const count = (extension: string) => extensions.filter((one) => one === extension).length;
  expect(count('vtt')).toBeGreaterThan(10);
  expect(count('srt')).toBeGreaterThan(8);
  expect(count('txt')).toBeGreaterThan(10);
  expect(count('json')).toBeGreaterThanOrEqual(2);
});

test.each([
  ['in base64', /^Content-Transfer-Encoding: base64/m, 15],
  ['in quoted-printable', /^Content-Transfer-Encoding: quoted-printable/m, 40],
  ['in windows-1252', /charset=windows-1252/, 8],
  ['in GB18030', /charset=GB18030/, 4],
  ['in HTML alone', /^MIME-Version: 1\.0\r?\nContent-Type: text\/html/m, 10],
  ['in two alternatives', /^Content-Type: multipart\/alternative/m, 20],
  ['with a file attached', /^Content-Disposition: attachment/m, 4],
  ['with an encoded subject', /^Subject: =\?/m, 10],
  ['in a thread', /^In-Reply-To:/m, 12],
  ['by machines', /^Auto-Submitted: auto-replied/m, 3],
])('mails come %s', (_, pattern, atLeast) => {
  expect(mails.filter((mail) => pattern.test(mail)).length).toBeGreaterThanOrEqual(atLeast);
});

test('the archive is an mbox in which a line that begins with "From " is kept apart from the separators', () => {
  const archive = readFileSync(join(samples, 'telecoms/emails/care-until-september.mbox'), 'latin1');
  expect(archive.match(/^>From /gm)?.length).toBeGreaterThan(0);
  const separators = archive.match(/^From \S+@\S+ \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d 2026$/gm);
  expect(separators?.length).toBe(archive.match(/^Message-ID: /gm)?.length);
  expect(archive.match(/^From /gm)?.length).toBe(separators?.length);
});

test('answers to an answer quote it with its apologies, below their own words', () => {
  const answers = texts.filter(({ channel, text }) => channel === 'email' && /^re:/i.test(text));
  expect(answers.length).toBeGreaterThanOrEqual(12);
  for (const { text } of answers) expect(text).not.toMatch(/Larkfield Care|apologise for any inconvenience/);
});

test('agents say sorry in most calls, customers hardly ever', () => {
  const calls = texts.filter(({ channel }) => channel === 'call');
  const sorry = (words: string) => /\bsorry\b|apologise|抱歉|对不起/i.test(words);
  expect(calls.filter(({ agentText }) => sorry(agentText)).length).toBeGreaterThan(calls.length * 0.9);
  expect(calls.filter(({ agentText }) => !agentText)).toEqual([]);
});

test('about one text in twelve is Chinese, in every channel', () => {
  const chinese = texts.filter(({ text }) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) > 3);
  expect(chinese.length / texts.length).toBeGreaterThan(0.06);
  expect(chinese.length / texts.length).toBeLessThan(0.1);
  expect(new Set(chinese.map(({ channel }) => channel)).size).toBe(3);
  for (const { text } of chinese) expect(text).not.toMatch(/\ufffd|[{}]/);
});

test('no slot is left open and no two texts are alike', () => {
  expect(texts.filter(({ text }) => /[{}]|undefined|NaN/.test(text)).map(({ source }) => source)).toEqual([]);
  const words = texts.map(({ text }) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  expect(words.filter((one, place) => words.indexOf(one) !== place)).toEqual([]);
});

test('no sentence of eight words or more is met in more than one text in fifty', () => {
  const met = new Map<string, number>();
  for (const { text } of texts) {
    const sentences = text
      .toLowerCase()
      .split(/[.?!\n]+/)
      .map((sentence) => sentence.replace(/[^a-z' ]/g, '').trim());
    for (const sentence of new Set(sentences))
      if (sentence.split(/ +/).length >= 8) met.set(sentence, (met.get(sentence) ?? 0) + 1);
  }
  const often = [...met].filter(([, count]) => count > texts.length / 50);
  expect(often).toEqual([]);
});
