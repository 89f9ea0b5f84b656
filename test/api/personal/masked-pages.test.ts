import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../../support/engines.ts';
import { createCorpus } from '../support/corpus.ts';
import { signInAs } from '../support/people.ts';
import { addTexts } from '../support/seed.ts';
import { localToken, openWorld, type World } from '../support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

const email = 'jo.bloggs@mail.example';
const phone = '+44 20 7946 0958';
const card = '4111 1111 1111 1111';
const secrets = [email, phone, card];

let world: World;
let drop: () => Promise<void>;
let caseId: number;
let textId: number;
let team: string;

beforeAll(async () => {
  const opened = await pglite.open();
  const texts = createCorpus(60);
  const chosen = texts.find(({ document, route }) => route && document.channel === 'email' && document.subject);
  if (!chosen) throw new Error('The corpus has no email that became a case.');
  const { document, analysis } = chosen;
  const added = ` I am ${email}, ${phone}, card ${card}.`;
  const start = document.text.length;
  Object.assign(document, { text: document.text + added, subject: `From ${email}`, customerId: email });
  const sentence = { start, end: start + added.length, utterance: null, sentiment: { score: 0, grade: 0 as const } };
  analysis.sentences.push(sentence);
  chosen.route?.sentences.push(analysis.sentences.length - 1);
  await addTexts(opened.database, texts);
  world = await openWorld(opened.database);
  [{ id: caseId, documentId: textId, team }] = (await opened.database.query(
    `select k.id, k.team, k.document_id as "documentId" from cases k join documents d on d.id = k.document_id
     where d.raw_id = $1`,
    [document.rawId],
  )) as [{ id: number; documentId: number; team: string }];
  drop = async () => {
    await world.close();
    await opened.drop();
  };
});
afterAll(() => drop());

/** What of a page people read: not where its links lead. */
const read = (body: string) => body.replace(/ (?:href|value)="[^"]*"/g, '');

describe('personal data', () => {
  it('is hidden in lists from everybody, marks and words beside it in place', async () => {
    const { body } = await world.ask('/texts?q=4111');
    for (const secret of secrets) expect(read(body)).not.toContain(secret);
    expect(body).toContain('data-found="1"');
    expect(body).toContain('••.••••••@••••.•••••••');
  });

  it('is hidden from whoever does not work the case, in the text and its title, and by the API', async () => {
    const analyst = await signInAs(world, 'analyst');
    const page = await analyst.ask(`/texts/${textId}`);
    const json = await analyst.ask(`/api/texts/${textId}`);
    for (const secret of secrets) {
      expect(read(page.body)).not.toContain(secret);
      const { attributes: _, historyTexts: __, ...view } = json.json();
      expect(JSON.stringify(view)).not.toContain(secret);
    }
    expect(json.json().masked).toBe(true);
    expect(page.body).toContain(`action="/texts/${textId}/unmask"`);
  });

  it('is shown to whoever works the case, on the case, its text and the list of their department', async () => {
    const member = await signInAs(world, 'analyst', [team]);
    for (const url of [`/cases/${caseId}`, `/texts/${textId}`]) {
      const { body } = await member.ask(url);
      for (const secret of secrets) expect(body, url).toContain(secret);
      expect(body).not.toContain('unmask');
    }
    expect((await member.ask(`/departments/${encodeURIComponent(team)}`)).body).toContain(email);
  });

  it('is hidden from a manager, who sees every case and works none', async () => {
    const manager = await signInAs(world, 'manager');
    for (const url of [`/cases/${caseId}`, `/departments/${encodeURIComponent(team)}`]) {
      const { body } = await manager.ask(url);
      for (const secret of secrets) expect(read(body), url).not.toContain(secret);
    }
  });

  it('is shown on asking, and the trail remembers each look', async () => {
    const analyst = await signInAs(world, 'manager', [team === 'billing' ? 'logistics' : 'billing']);
    const post = { method: 'POST' as const, url: `/texts/${textId}/unmask` };
    const page = await analyst.ask(post);
    for (const secret of secrets) expect(page.body).toContain(secret);
    await analyst.ask({ ...post, url: `/api/texts/${textId}/unmask` });
    const { events } = (await world.ask(`/api/audit?person=${analyst.userId}`)).json();
    expect(events.map(({ action, subject }: Record<string, string>) => `${action} ${subject}`)).toEqual([
      `unmasked text ${textId}`,
      `unmasked text ${textId}`,
    ]);
    // The next look at the page is masked again.
    expect(read((await analyst.ask(`/texts/${textId}`)).body)).not.toContain(email);
  });

  it('is given to programs of this machine, which can read the store itself', async () => {
    const headers = { authorization: `Bearer ${localToken}` };
    expect((await world.askAsStranger({ url: `/api/texts/${textId}`, headers })).body).toContain(email);
  });

  it('never reaches the log', () => {
    for (const secret of secrets) expect(world.logLines.join('')).not.toContain(secret);
  });
});
