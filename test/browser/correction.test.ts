import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignInToken } from '../../src/store/sign-in/create-sign-in-token.ts';
import { createCorpus } from '../api/support/corpus.ts';
import { addTexts, now } from '../api/support/seed.ts';
import { openWorld } from '../api/support/world.ts';
import { testDatabases } from '../support/engines.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';

const reason = chromiumPath ? '' : ' (skipped: there is no Chromium under /usr/bin)';

describe.skipIf(!chromiumPath)(`an analyst who corrects a text at a browser${reason}`, () => {
  let drop: () => Promise<void>;
  let browser: Browser;
  let page: Page;
  let url: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    const [pglite] = testDatabases();
    if (!pglite || !chromiumPath) throw new Error('This needs the embedded database and a Chromium.');
    const opened = await pglite.open();
    await addTexts(opened.database, createCorpus(40));
    const world = await openWorld(opened.database);
    url = await world.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${url}/sign-in?token=${await createSignInToken(world.services.database, now)}`);
    drop = async () => {
      await browser.close();
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop?.());

  const found = async (category: string): Promise<number> => {
    await page.goto(`${url}/texts?category=${category}`);
    return Number(await page.getAttribute('[data-found]', 'data-found'));
  };

  it('adds a topic by the keyboard alone, and the count has it', async () => {
    const before = await found('competitor.other-shop');
    await page.goto(`${url}/texts?category=delivery.late`);
    await page.locator('ul.texts > li h2 a').first().click();
    await page.locator('.reader').focus();
    await page.keyboard.press('a');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('category');
    await page.keyboard.type('Other Shop');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#evidence$/);
    const row = page.locator('.evidence-list li', { hasText: 'Other Shop' });
    expect(await row.textContent()).toContain('by a person');
    expect(await row.locator('.words').textContent()).toBeTruthy();
    expect(await page.textContent('#evidence .history')).toContain('It names Other Shop');
    expect(await found('competitor.other-shop')).toBe(before + 1);
  });

  it('says that a topic is not so, and takes that back', async () => {
    const before = await found('delivery.late');
    await page.locator('ul.texts > li h2 a').first().click();
    const text = page.url();
    await page.getByRole('button', { name: 'Delivery › Late is not so' }).click();
    expect(await page.textContent('#evidence')).toContain('Found, but not so');
    const marked = await page.locator('.reader mark').allTextContents();
    expect(marked.filter((words) => /^(five days late|晚到)$/.test(words))).toEqual([]);
    expect(await found('delivery.late')).toBe(before - 1);
    await page.goto(text);
    await page.getByRole('button', { name: 'Take back what was said of Delivery › Late' }).click();
    expect(await page.textContent('#evidence')).not.toContain('Found, but not so');
    expect(await found('delivery.late')).toBe(before);
  });

  it('fits a telephone, and meets no breach of the policy', async () => {
    await page.goto(`${url}/texts?category=delivery.late`);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator('ul.texts > li h2 a').first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
});
