import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditEntry, addAuditEvent } from '../../../src/store/audit/add-audit-event.ts';
import { type AuditFilter, auditActions, listAuditEvents } from '../../../src/store/audit/list-audit-events.ts';
import type { Database } from '../../../src/store/database.ts';
import { addUser } from '../../../src/store/people/add-user.ts';
import { testDatabases } from '../../support/engines.ts';

const every: AuditFilter = { userId: null, action: null, subject: null, fromDay: null, toDay: null };

describe.each(testDatabases())('the audit trail, on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  let userId: number;

  const find = async (filter: Partial<AuditFilter>, before: number | null = null, limit = 10) =>
    (await listAuditEvents(db, { ...every, ...filter }, { before, limit })).map(({ subject }) => subject);

  beforeAll(async () => {
    ({ database: db, drop } = await open());
    userId = (await addUser(db, { name: 'Jo', email: 'jo@example.com', role: 'analyst' }, new Date())) ?? 0;
    const jo = { userId, name: 'Jo' };
    const terminal = { userId: null, name: 'the terminal' };
    const entries: [string, AuditEntry][] = [
      ['2026-03-01T23:59:59Z', { actor: jo, action: 'unmasked', subject: 'text 17' }],
      [
        '2026-03-02T00:00:00Z',
        { actor: terminal, action: 'changed', subject: 'team billing', detail: { name: 'B\0' } },
      ],
      ['2026-03-03T12:00:00Z', { actor: jo, action: 'unmasked', subject: 'text 18' }],
    ];
    for (const [at, entry] of entries) await addAuditEvent(db, entry, new Date(at));
  });
  afterAll(() => drop());

  it('tells who did what to what, and when, the latest first', async () => {
    const [latest, second] = await listAuditEvents(db, every, { before: null, limit: 10 });
    expect(latest).toMatchObject({ userId, actor: 'Jo', action: 'unmasked', subject: 'text 18', detail: {} });
    expect(latest?.at).toEqual(new Date('2026-03-03T12:00:00Z'));
    expect(second).toMatchObject({ userId: null, actor: 'the terminal', detail: { name: 'B\ufffd' } });
  });

  it('is told a page at a time', async () => {
    const [first] = await listAuditEvents(db, every, { before: null, limit: 1 });
    expect(await find({}, first?.id, 1)).toEqual(['team billing']);
  });

  it('keeps to a person, an action, a subject or days', async () => {
    expect(await find({ userId })).toEqual(['text 18', 'text 17']);
    expect(await find({ action: 'changed' })).toEqual(['team billing']);
    expect(await find({ subject: 'text 17' })).toEqual(['text 17']);
    expect(await find({ fromDay: '2026-03-02', toDay: '2026-03-02' })).toEqual(['team billing']);
    expect(await find({ toDay: '2026-03-01' })).toEqual(['text 17']);
    expect(await auditActions(db)).toEqual(['changed', 'unmasked']);
  });
});
