import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignInToken } from '../../src/store/sign-in/create-sign-in-token.ts';
import { createCorpus } from '../api/support/corpus.ts';
import { addTexts, mine, now } from '../api/support/seed.ts';
import { openWorld, type World } from '../api/support/world.ts';
import { testDatabases } from '../support/engines.ts';
import { chromiumArguments, chromiumPath } from './chromium.ts';

const reason = chromiumPath ? '' : ' (skipped: there is no Chromium under /usr/bin)';

describe.skipIf(!chromiumPath)(`an analyst at a browser${reason}`, () => {
  let world: World;
  let drop: () => Promise<void>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let url: string;
  /** What the console said against the pages: violations of the policy, errors of scripts, files not found. */
  const complaints: string[] = [];

  beforeAll(async () => {
    const [pglite] = testDatabases();
    if (!pglite || !chromiumPath) throw new Error('The journey needs the embedded database and a Chromium.');
    const opened = await pglite.open();
    await addTexts(opened.database, createCorpus(300));
    await mine(opened.database);
    world = await openWorld(opened.database);
    url = await world.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => {
      const error = request.failure()?.errorText;
      // What the page was still loading when it was left.
      if (error !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${error}`);
    });
    drop = async () => {
      await browser.close();
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop?.());

  it('who has no link is told how to get one', async () => {
    const stranger = await browser.newContext();
    const visit = await stranger.newPage();
    await visit.goto(`${url}/relations`);
    expect(await visit.textContent('main')).toContain('npx earshot sign-in');
    await stranger.close();
  });

  it('signs in by the link and sees the overview with its picture', async () => {
    await page.goto(`${url}/sign-in?token=${await createSignInToken(world.services.database, now)}`);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.textContent('h1')).toBe('Overview');
    await page.waitForSelector('[data-chart="timeline"][data-drawn] canvas');
    await page.waitForTimeout(300);
    expect(await inkOf(page, '[data-chart="timeline"] canvas')).toBeGreaterThan(500);
  });

  it('opens a relation and reaches as many texts as it counts', async () => {
    await page.click('nav >> text=Relations');
    await page.waitForSelector('[data-chart="heat-map"][data-drawn] canvas');
    const row = page
      .locator('table.relations tbody tr', { hasText: 'Late' })
      .filter({ hasText: 'Wish to leave' })
      .first();
    const both = row.locator('a.count').nth(2);
    const count = Number(await both.getAttribute('data-count'));
    expect(count).toBeGreaterThan(10);
    await both.click();
    expect(await page.getAttribute('[data-found]', 'data-found')).toBe(String(count));
    expect(await page.locator('ul.texts > li').count()).toBe(Math.min(count, 50));
    expect(await page.locator('ul.texts > li').first().locator('mark').count()).toBeGreaterThan(0);
  });

  it('opens a text and finds the sentences that were the evidence, marked', async () => {
    await page.locator('ul.texts > li h2 a').first().click();
    const marks = await page.locator('.reader mark').allTextContents();
    expect(marks.some((words) => /late|晚到/.test(words))).toBe(true);
    expect(marks).toContain('go elsewhere');
    const sentence = page.locator('.sentence', { hasText: 'go elsewhere' }).first();
    expect(await sentence.getAttribute('class')).toContain('mood-n2');
  });

  it('switches the marks of a category off and on', async () => {
    const mark = page.locator('.reader mark', { hasText: 'go elsewhere' }).first();
    const ground = () => mark.evaluate((element) => getComputedStyle(element).backgroundColor);
    const shown = await ground();
    const box = page.getByLabel('Mark Wish to leave');
    await box.uncheck();
    expect(await ground()).toBe('rgba(0, 0, 0, 0)');
    await box.check();
    expect(await ground()).toBe(shown);
  });

  it('steps through the evidence by the keyboard alone', async () => {
    await page.locator('.reader').focus();
    await page.keyboard.press('n');
    const first = await page.evaluate(() => document.activeElement?.textContent);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MARK');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
  });

  it('turns from the heat map to the network by the arrow keys', async () => {
    await page.goto(`${url}/relations`);
    await page.waitForSelector('[data-chart="network"][data-drawn]', { state: 'attached' });
    expect(await page.isVisible('#panel-network')).toBe(false);
    await page.focus('#tab-heat');
    await page.keyboard.press('ArrowRight');
    expect(await page.isVisible('#panel-network')).toBe(true);
    expect(await page.isVisible('#panel-heat')).toBe(false);
    await page.waitForTimeout(200);
    expect(await inkOf(page, '#panel-network canvas')).toBeGreaterThan(300);
  });

  it('opens the texts of a cell of the heat map with a click', async () => {
    await page.goto(`${url}/relations`);
    await page.waitForSelector('[data-chart="heat-map"][data-drawn] canvas');
    const box = await page.locator('#panel-heat canvas').first().boundingBox();
    if (!box) throw new Error('The heat map has no place on the page.');
    // The canvas is painted with the next frame.
    await page.waitForTimeout(300);
    const cell = await findCell(page, '#panel-heat canvas');
    if (!cell) throw new Error('The heat map has no violet cell.');
    await page.mouse.move(box.x + cell.x, box.y + cell.y);
    await page.waitForTimeout(300);
    await page.mouse.click(box.x + cell.x, box.y + cell.y);
    await page.waitForURL(/\/texts\?category=[^&]+&category=[^&]+&(.*&)?through=\d+$/);
    expect(Number(await page.getAttribute('[data-found]', 'data-found'))).toBeGreaterThan(0);
  });

  it('accepts a case and finds it in the history', async () => {
    await page.goto(`${url}/departments/logistics`);
    await page.locator('ul.cases h3 a').first().click();
    await page.click('button:has-text("Accept")');
    expect(await page.textContent('.history')).toContain('Accepted');
    expect(await page.locator('button:has-text("Accept")').count()).toBe(0);
  });

  it('finds everything in place in the dark, and on a telephone', async () => {
    for (const [width, colorScheme] of [
      [1280, 'dark'],
      [400, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const path of [
        '/',
        '/topics',
        '/topics/delivery',
        '/relations',
        '/departments',
        '/texts?category=delivery',
        '/texts/1',
        '/failures',
        '/runs',
      ]) {
        await page.goto(url + path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });

  it('sees no picture but every number where scripts are off', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const visit = await plain.newPage();
    await visit.goto(`${url}/relations`);
    await visit.click('summary:has-text("Heat map of relations as a table")');
    expect(await visit.isVisible('table.matrix')).toBe(true);
    expect(await visit.isVisible('table.relations')).toBe(true);
    await plain.close();
  });

  it('signs out', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(url);
    await page.click('button:has-text("Sign out")');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('has met no error and no breach of the policy on the way', () => {
    expect(complaints).toEqual([]);
  });
});

/** How many pixels of a picture are painted, on all the canvases that lie upon each other. */
function inkOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll((canvases) =>
    canvases.reduce((sum, canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return sum;
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let painted = 0;
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) painted += 1;
      return sum + painted;
    }, 0),
  );
}

/** A place inside a violet cell, found by its colour as an eye finds it; in CSS pixels of the canvas. */
function findCell(page: Page, selector: string): Promise<{ x: number; y: number } | null> {
  return page.locator(selector).evaluateAll((canvases) => {
    for (const canvas of canvases) {
      if (!(canvas instanceof HTMLCanvasElement)) continue;
      const { width, height } = canvas;
      const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const isViolet = (x: number, y: number) => {
        const [r = 0, g = 0, b = 0, a = 0] = data.slice((y * width + x) * 4, (y * width + x) * 4 + 4);
        return a > 200 && b > r + 12 && r > g + 8 && b > 150;
      };
      for (let y = 60; y < height - 8; y += 2) {
        for (let x = 200; x < width - 12; x += 2) {
          const isInside = [-6, 0, 6].every((dx) => [-3, 3].every((dy) => isViolet(x + dx, y + dy)));
          if (isInside) return { x: (x * canvas.clientWidth) / width, y: (y * canvas.clientHeight) / height };
        }
      }
    }
    return null;
  });
}
