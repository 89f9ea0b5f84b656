import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { languageCode, tellLanguage } from '../../src/ingest/language.ts';

describe('tellLanguage', () => {
  test.each([
    ['en', 'Great service'],
    ['en', 'No.'],
    ['en', 'Nothing'],
    ['en', 'n/a'],
    ['en', 'Listen to me.'],
    ['en', 'Friendly, polite'],
    ['en', 'I have been waiting for my new router for three weeks and nobody calls back.'],
    ['de', 'Alles gut'],
    ['de', 'Meine Rechnung ist schon wieder falsch und niemand hilft mir.'],
    ['es', 'No funciona'],
    ['es', 'no me gusta'],
    ['fr', 'Très bien, merci'],
    ['it', 'Il personale è gentile'],
    ['zh', '好'],
    ['zh', '服务很差'],
    ['zh', 'Samsung Galaxy 手机很好用'],
    ['zh', '味道不错@蒙牛乳业'],
    ['ja', '全部がいい'],
    ['ko', '좋아요'],
    ['en', 'The app still says 您好 when I open it'],
    ['zh', '服务太差了 very bad'],
    ['fr', 'Bonjour, the worst! Votre service est vraiment nul, je suis très déçu.'],
    ['und', 'Gut'],
    ['und', '👍'],
    ['und', '12345'],
    ['und', ''],
    ['und', 'bob@example.com https://example.com/'],
  ])('%s: %s', (language, text) => {
    expect(tellLanguage(text)).toBe(language);
  });

  test('addresses and links in a short text do not sway it', () => {
    expect(tellLanguage('See https://beispiel.example/rechnung-ist-falsch for the wrong bill')).toBe('en');
  });
});

test('languages are also known by their names and regions', () => {
  expect(languageCode('en-GB')).toBe('en');
  expect(languageCode('zh_CN')).toBe('zh');
  expect(languageCode('Deutsch')).toBe('de');
  expect(languageCode('constructor')).toBeNull();
  expect(languageCode('')).toBeNull();
});

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));

describe.skipIf(!existsSync(data))('tellLanguage on real texts (skipped where ../shared/data is absent)', () => {
  test.each([
    ['surveys/nhs-fft/phase1_text_data.csv', 'feedback', 'en', 0.97],
    ['surveys/nhs-fft/v6framework_NEAS.csv', 'FFT answer', 'en', 0.97],
    ['intents/banking77/train.csv', 'text', 'en', 0.97],
    ['sentiment/zh-reviews/hotel.csv', 'review', 'zh', 0.99],
    ['sentiment/zh-reviews/online_shopping_8_cats.csv', 'review', 'zh', 0.99],
    ['complaints/tickets-multilang/dataset-tickets-german_normalized_50_5_2.csv', 'body', 'de', 0.95],
  ])('%s: %s is %s for at least %f', (file, column, language, share) => {
    const rows: Record<string, string>[] = parse(readFileSync(`${data}/${file}`), {
      columns: true,
      relax_quotes: true,
    });
    const texts = rows.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    const right = texts.filter((text) => tellLanguage(text) === language).length;
    expect(right / texts.length).toBeGreaterThanOrEqual(share);
  });
});
