import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tidyText } from '../../../src/ingest/bytes/tidy-text.ts';
import { dropQuotes } from '../../../src/ingest/email/drop-quotes.ts';
import { dropSignature } from '../../../src/ingest/email/drop-signature.ts';
import { htmlText } from '../../../src/ingest/email/html-text.ts';
import { parseText } from '../../../src/ingest/parse.ts';
import { cleaning, readAll } from '../support.ts';

const emails = fileURLToPath(new URL('../../../../shared/data/emails', import.meta.url));

describe.skipIf(!existsSync(emails))('real mails (skipped where ../shared/data is absent)', () => {
  test.each([
    ['spamassassin/easy-ham-1', /\.txt$/, 400, 400],
    ['spamassassin/spam-1', /\.txt$/, 120, 120],
    ['spamassassin/hard-ham-1', /\.txt$/, 80, 80],
    ['enron-categories', /\d\.txt$/, 927, 926],
    ['mime-mime4j', /\.msg$/, 80, 76],
    ['mime-mikel', /\.eml$/, 104, 104],
    ['mime-mailparser', /\.eml$/, 10, 9],
    ['mime-flanker', /\.eml$/, 48, 47],
  ])(
    'of %s (%s): of %i at least %i give a document with words',
    { timeout: 120_000 },
    async (folder, name, files, least) => {
      let met = 0;
      let read = 0;
      for (const path of readdirSync(`${emails}/${folder}`, { recursive: true, encoding: 'utf8' })) {
        if (!name.test(path)) continue;
        met++;
        const { texts } = await readAll(path, readFileSync(`${emails}/${folder}/${path}`), {
          largestTextMegabytes: 20,
        });
        for (const text of texts) {
          const document = await parseText(text, cleaning).catch((error: Error) => error);
          if (document instanceof Error) expect(document.message).toMatch(/^The mail has no /);
          else if (document.text.trim() !== '') read++;
        }
      }
      expect(met).toBe(files);
      expect(read).toBeGreaterThanOrEqual(least);
    },
  );

  const replies = `${emails}/reply-quotes/talon`;

  test('the replies of twelve mail programs give the reply alone', async () => {
    const files = readdirSync(`${replies}/standard_replies`).filter((file) => file.endsWith('.eml'));
    expect(files).toHaveLength(12);
    for (const file of files) {
      const { texts } = await readAll(file, readFileSync(`${replies}/standard_replies/${file}`));
      expect([file, (await parseText(texts[0]!, cleaning)).text]).toEqual([file, 'Hello']);
    }
  });

  test('the HTML replies of nine mail programs give the reply alone', () => {
    const files = readdirSync(`${replies}/html_replies`);
    expect(files).toHaveLength(9);
    for (const file of files) {
      const text = dropQuotes(tidyText(htmlText(readFileSync(`${replies}/html_replies/${file}`, 'utf8'))), false);
      expect([file, text.replace(/\n+/g, '\n')]).toEqual([file, 'Hi. I am fine.\nThanks,\nAlex']);
    }
  });

  test('signatures are found where people have marked them', () => {
    const folder = `${replies}/signature/emails/stripped`;
    const read = (file: string) => tidyText(readFileSync(`${folder}/${file}`, 'utf8').replace(/^#sig#/gm, ''));
    const names = readdirSync(folder).filter((file) => file.endsWith('_body'));
    expect(names).toHaveLength(6);
    for (const name of names.map((file) => file.replace(/_body$/, ''))) {
      const [body, signature, sender] = [read(`${name}_body`), read(`${name}_signature`), read(`${name}_sender`)];
      const words = signature === '' ? body : body.slice(0, body.lastIndexOf(signature)).trim();
      expect([name, dropSignature(body, sender || null)]).toEqual([name, words]);
    }
  });
});
