import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discoveries } from '../../dashboards/views/discoveries.ts';
import { describeReport } from '../../src/cli/report-words.ts';
import { addedCategories } from '../../src/store/vocabulary/added-categories.ts';
import { judgedNames } from '../../src/store/vocabulary/judged-names.ts';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { countLinks, foundCount } from './support/count-links.ts';
import { addTexts, mine } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

const said = [
  ...['The parking garage was full again.', 'No parking space near the garage.', 'My neighbour moved to Fernlink.'],
  ...['The parking garage is too narrow.', 'Do you also sell gift cards?', 'We are already with Fernlink here.'],
];

/** Texts that name nothing of the vocabulary. */
function uncovered() {
  return createCorpus(400, 5)
    .filter(({ analysis }) => analysis.understood)
    .slice(0, 60)
    .map(({ document, analysis, ...rest }, at) => {
      const text = `${said[at % said.length]} Note ${'abcdefghij'[at % 10]}.`;
      const sentences = [{ ...analysis.sentences[0]!, start: 0, end: text.length, utterance: null }];
      return {
        ...{ ...rest, route: null },
        document: { ...document, text, utterances: [], language: 'en', customerId: `U-${at}` },
        analysis: { ...analysis, sentences, mentions: [], categories: [] },
      };
    });
}

describe.each(testDatabases())('discoveries on $name', ({ open }) => {
  let world: World;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const opened = await open();
    await addTexts(opened.database, uncovered());
    await mine(opened.database, '2025-02-14');
    world = await openWorld(opened.database);
    drop = async () => {
      await world.close();
      await opened.drop();
    };
  });
  afterAll(() => drop());

  const view = async (): Promise<Discoveries> => (await world.ask('/api/discoveries')).json();
  const post = (url: string, payload: object) => world.ask({ method: 'POST', url, payload });

  it('show coverage, topics, names and wishes, each number with exactly its texts', async () => {
    const { coverage, topics, newcomers, crossSell } = await view();
    expect(coverage!.covered.count).toBe(0);
    const parking = topics.find(({ terms }) => /parking|garage/.test(terms.join(' ')));
    expect(parking!.examples[0]!.text).toMatch(/parking/);
    expect(parking!.texts.count).toBeGreaterThanOrEqual(10);
    expect(newcomers.map(({ name }) => name)).toEqual(['Fernlink']);
    expect(newcomers[0]!.first.text).toMatch(/Fernlink/);
    expect(crossSell.map(({ asked }) => asked)).toEqual(['gift cards']);
    const page = (await world.ask('/discoveries')).body;
    const links = countLinks(page);
    expect(links.length).toBeGreaterThan(5);
    for (const { count, href, label } of links) {
      expect(foundCount((await world.ask(href)).body), `${label} ${href}`).toBe(count);
    }
  });

  it('stand in the report of the night, each number with exactly its texts', async () => {
    const report = (await world.ask('/api/report?day=2025-02-14')).json();
    const { topics } = await view();
    expect(report.newTopics.map(({ id }: { id: string }) => id)).toEqual(topics.map(({ id }) => id));
    expect(report.newNames).toMatchObject([{ name: 'Fernlink' }]);
    expect(report.namesWaiting).toBe(1);
    for (const { texts } of [...report.newTopics, ...report.newNames]) {
      expect(foundCount((await world.ask(texts.href)).body)).toBe(texts.count);
    }
    const { body } = await world.ask('/report/2025-02-14');
    expect(body).toContain('texts that name Fernlink');
    const csv = (await world.ask('/api/report.csv?day=2025-02-14')).body;
    expect(csv).toMatch(/^new name,2025-02-14,,Fernlink,/m);
    expect(csv.match(/^new topic,/gm)).toHaveLength(topics.length);
    const words = describeReport(report);
    expect(words).toContain('Names     Fernlink (');
    // These texts name nothing of the vocabulary, so nothing of it can move how they feel.
    expect(report.drivers).toEqual([]);
    expect(body).toContain('Nothing does beyond chance');
  });

  it('let a topic become a category, once its cues can be read', async () => {
    const [topic] = (await view()).topics;
    const wrong = await post('/api/discoveries/categories', { name: 'Parking', cues: '... ...', origin: topic!.id });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().message).toContain('The cue "... ..."');
    const lost = await post('/api/discoveries/categories', { name: 'Parking', cues: '~parking', parent: 'nowhere' });
    expect(lost.json().message).toContain('no category "nowhere"');
    const right = await post('/api/discoveries/categories', {
      name: 'Parking',
      cues: '~parking\n~garage',
      origin: topic!.id,
    });
    expect(right.json()).toEqual({ category: 'parking' });
    expect(await addedCategories(world.services.database)).toMatchObject([
      { id: 'parking', facet: 'topic', cues: ['~parking', '~garage'], origin: topic!.id },
    ]);
    expect((await view()).topics[0]!.category?.id).toBe('parking');
  });

  it('let a person say what a name is, which holds at once and on later nights', async () => {
    const answer = await post('/api/discoveries/names', { name: 'Fernlink', verdict: 'competitor' });
    expect(answer.json()).toEqual({ category: 'fernlink' });
    expect(await judgedNames(world.services.database)).toEqual(new Map([['fernlink', 'competitor']]));
    expect((await view()).newcomers).toEqual([]);
    await mine(world.services.database, '2025-02-14');
    expect((await view()).newcomers).toEqual([]);
    const bad = await post('/api/discoveries/names', { name: 'Fernlink', verdict: 'friend' });
    expect(bad.statusCode).toBe(400);
  });
});
