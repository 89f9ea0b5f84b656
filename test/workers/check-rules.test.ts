import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { openRoutingBook } from '../../src/store/teams/routing-book.ts';
import { checkRules } from '../../src/workers/check-rules.ts';
import { createCorpus } from '../api/support/corpus.ts';
import { addTexts, now } from '../api/support/seed.ts';
import { taxonomy, routing as world } from '../api/support/taxonomy.ts';
import { rule } from '../route/support.ts';
import { testDatabases } from '../support/engines.ts';

const rules = [
  rule(
    'Late and leaving goes to Logistics',
    { category: ['delivery.late'], signal: ['signal.leave'] },
    { team: 'logistics' },
  ),
  rule('Late', { category: ['delivery.late'] }, { team: 'logistics' }),
  rule('Late calls', { category: ['delivery.late'], channel: ['call'] }, { team: 'billing' }),
  rule('Never named', { category: ['delivery.never'] }),
  rule('Says refund words', { words: ['money back'] }),
  rule('Again', { repeatContact: { times: 3, withinDays: 14 } }),
];

describe.each(testDatabases())('the rules held against texts, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await open());
    await addTexts(database, createCorpus(700));
  });
  afterAll(() => drop());

  it('tell what each sends and fits, what takes it away, and what falls through, as counting one by one does', async () => {
    const { routing } = await openRoutingBook(database, { ...world, rules }, now);
    const check = await checkRules({ database, routing, models: { taxonomy } }, 10_000);
    const complaints = await database.query<{ id: number; late: boolean; leave: boolean; channel: string }>(
      `select d.id, d.channel, exists (select from document_categories c where c.document_id = d.id and category = 'delivery.late') as late,
         exists (select from document_categories c where c.document_id = d.id and category = 'signal.leave') as leave
       from documents d where exists (
         select from document_categories c where c.document_id = d.id and category = 'signal.complaint')`,
    );
    expect([check.texts, check.complaints]).toEqual([700, complaints.length]);
    const late = complaints.filter((text) => text.late);
    const both = late.filter((text) => text.leave);
    expect(both.length).toBeGreaterThan(3);
    expect(check.rules[0]).toMatchObject({ fits: both.length, wins: both.length, shadowedBy: null });
    expect(check.rules[1]).toMatchObject({ fits: late.length, wins: late.length - both.length });
    expect(check.rules[1]?.shadowedBy).toMatchObject({ rule: rules[0]?.name, texts: both.length });
    expect(both.map(({ id }) => id)).toContain(check.rules[1]?.shadowedBy?.example);
    expect(check.rules[2]).toMatchObject({ fits: late.filter(({ channel }) => channel === 'call').length, wins: 0 });
    expect(check.rules[3]).toMatchObject({ fits: 0, wins: 0, shadowedBy: null });
    expect(check.rules[4]?.wins).toBeGreaterThan(0);
    const sent = check.rules.reduce((sum, { wins }) => sum + wins, 0);
    expect(sent + check.fallThrough.texts).toBe(check.complaints);
    expect(check.fallThrough.examples.length).toBe(Math.min(5, check.fallThrough.texts));
    expect((await checkRules({ database, routing, models: { taxonomy } }, 10)).texts).toBe(10);
  });

  it('are read aloud, with what needs mending', async () => {
    const { routing } = await openRoutingBook(database, { ...world, rules }, now);
    await database.query("update teams set enabled = false where key = 'logistics'");
    const again = await openRoutingBook(database, { ...world, rules }, now);
    const { problems, rules: checked } = await checkRules(
      { database, routing: again.routing, models: { taxonomy } },
      1,
    );
    expect(checked[0]?.words).toBe(
      'When a complaint names Delivery › Late, and signals Wish to leave: to Logistics, priority normal.',
    );
    expect(checked[5]?.words).toContain('is of a customer who wrote 3 times or more in the 14 days before: to Billing');
    expect(problems).toContainEqual(
      expect.stringContaining('Rule "Late calls" can never fire: "Late" always fits first.'),
    );
    expect(problems).toContainEqual(expect.stringContaining('Logistics (logistics), which gets'));
    expect(problems).toContainEqual(expect.stringContaining('is switched off: what is meant for it goes to triage.'));
    expect(problems).toContainEqual(expect.stringContaining('Billing (billing), which gets “Again”, has no members'));
    const gone = { ...routing, rules: [rule('Gone', {}, { team: 'nowhere' })] };
    const told = (await checkRules({ database, routing: gone, models: { taxonomy } }, 1)).problems;
    expect(told).toContainEqual('The team "nowhere", which gets “Gone”, does not exist.');
  });
});
