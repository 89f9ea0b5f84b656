import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases as casesPipeline } from '../../../pipelines/cases.ts';
import { type CaseAction, caseActions } from '../../../src/cases/actions.ts';
import { escalationSteps } from '../../../src/cases/escalation.ts';
import { createRandom } from '../../../src/stats/random.ts';
import { changeCase } from '../../../src/store/cases/change-case.ts';
import { mergeCases } from '../../../src/store/cases/merge-cases.ts';
import { splitCase } from '../../../src/store/cases/split-case.ts';
import type { Database } from '../../../src/store/database.ts';
import { replayDeliveries } from '../../../src/store/deliveries/replay-deliveries.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { deliverDue } from '../../../src/workers/deliver/deliver-due.ts';
import { escalateDue } from '../../../src/workers/deliver/escalate-due.ts';
import { testDatabases } from '../../support/engines.ts';
import { type HookServer, startHookServer } from '../../support/hook-server.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { rawText, route, understood } from '../../support/texts.ts';
import { Crash, crashing } from './crashing.ts';
import { addTeam, type Clock, createClock, outboxOf, pipelineOf, teamMail, webhook } from './support.ts';

const teams = ['billing', 'network'];
const plan = { ...casesPipeline.escalation, steps: escalationSteps(casesPipeline.escalation) };
const together = { thread: true, sameTopicDays: 14 };

/** One world: a store, two servers that fail as they like, a clock that jumps, and a process that dies at any step. */
class Trial {
  readonly clock: Clock = createClock();
  readonly next: () => number;
  readonly texts: ReturnType<typeof understood>[] = [];
  readonly destinations;
  crashes = 0;

  constructor(
    readonly database: Database,
    readonly hooks: HookServer,
    readonly mails: MailServer,
    readonly seed: number,
  ) {
    this.next = createRandom(seed).next;
    this.destinations = { hook: { ...webhook, url: hooks.url }, 'team-mail': teamMail };
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** The servers take what they are given, fail, hang up before or after taking it. */
  beMoody(): void {
    const share = this.pick([0, 0, 0.3, 1]);
    this.hooks.answer = () => {
      if (this.next() >= share) return { status: 200 };
      return this.pick([{ status: 500 }, { status: 429, headers: { 'retry-after': '30' } }, 'hang up' as const]);
    };
    this.mails.refuse = () => (this.next() < share ? { code: 451, message: 'not now' } : null);
    this.mails.hangUpAfterTaking = this.next() < share / 3;
  }

  /** Does something that dies at a step drawn by chance, or not at all. */
  async mortal(work: (database: Database) => Promise<unknown>): Promise<void> {
    const dying = crashing(this.database, this.next() < 0.35 ? Math.floor(this.next() * 14) : Number.POSITIVE_INFINITY);
    await work(dying).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    if (dying.isDead()) this.crashes += 1;
  }

  async complain(): Promise<void> {
    const number = this.texts.length;
    const raw = rawText(`Complaint ${number} of trial ${this.seed} ${this.database.engine}`);
    const document = {
      threadId: this.pick([null, 't1', 't2', `t${number}`].map((id) => id && `${this.seed}-${id}`)),
      customerId: this.pick([null, 'c1', 'c2'].map((id) => id && `${this.seed}-${id}`)),
      receivedAt: this.clock.now(),
    };
    const dueAt = new Date(this.clock.now().getTime() + this.next() * 10 * 3_600_000);
    this.texts.push(understood(raw, { document, route: route({ team: this.pick(teams), dueAt }) }));
    const intakeId = await startIntake(this.database, raw.source, this.clock.now());
    await addRawTexts(this.database, intakeId, [raw], this.clock.now());
  }

  /** Saves some texts, perhaps once more, perhaps twice at the same time. */
  async save(): Promise<void> {
    const some = this.texts.filter(() => this.next() < 0.6);
    const settings = { together, destinations: this.destinations };
    const once = () => this.mortal((database) => saveResults(database, some, this.clock.now(), settings));
    await Promise.all(this.next() < 0.3 ? [once(), once()] : [once()]);
  }

  async act(): Promise<void> {
    const rows = await this.database.query<{ id: number; team: string }>('select id, team from cases order by id');
    if (rows.length === 0) return;
    const { id: caseId, team } = this.pick(rows);
    const action: CaseAction = this.pick(caseActions);
    const to = action === 'reassign' ? teams.find((other) => other !== team)! : null;
    const change = { caseId, action, actor: 'ann', team: to };
    await this.mortal((database) => changeCase(database, change, this.clock.now(), this.destinations));
  }

  async mergeOrSplit(): Promise<void> {
    const rows = await this.database.query<{ id: number; text: number }>(
      'select case_id as id, document_id as text from case_documents order by document_id',
    );
    if (rows.length === 0) return;
    const { id: caseId, text: documentId } = this.pick(rows);
    await this.mortal((database) =>
      this.next() < 0.5
        ? mergeCases(database, { caseId, into: this.pick(rows).id, actor: 'ann' }, this.clock.now())
        : splitCase(database, { caseId, documentId, actor: 'ann' }, this.clock.now(), this.destinations),
    );
  }

  async deliver(database: Database): Promise<void> {
    const delivery = pipelineOf(this.destinations, { timeoutSeconds: 1 });
    await deliverDue(outboxOf(database, delivery, this.clock, this.mails.url));
  }

  async step(): Promise<void> {
    const { destinations, clock } = this;
    const escalate = () => this.mortal((database) => escalateDue({ database, destinations, now: clock.now }, plan));
    const steps: (() => unknown)[] = [
      ...[() => this.complain(), () => this.complain(), () => this.save(), () => this.save(), () => this.act()],
      ...[() => this.mergeOrSplit(), () => this.beMoody(), () => Promise.all([escalate(), escalate()])],
      ...[
        () => this.mortal((database) => this.deliver(database)),
        () => this.mortal((database) => this.deliver(database)),
      ],
      () => clock.pass(this.next() * 4 * 3600),
      () => clock.pass((this.next() - 0.6) * 40 * 3600),
      () => this.mortal((database) => replayDeliveries(database, 'all', clock.now())),
    ];
    await this.pick(steps)();
  }

  /** All is well again: everything that was begun comes to its end. */
  async calm(): Promise<void> {
    this.hooks.answer = () => ({ status: 200 });
    this.mails.refuse = null;
    this.mails.hangUpAfterTaking = false;
    await saveResults(this.database, this.texts, this.clock.now(), { together, destinations: this.destinations });
    for (let turn = 0; turn < 12; turn += 1) {
      await replayDeliveries(this.database, 'all', this.clock.now());
      this.clock.pass(600);
      await this.deliver(this.database);
    }
  }
}

describe.each(testDatabases())('whatever happens in whatever order, on $name', ({ open }) => {
  let database: Database;
  let drop: () => Promise<void>;
  let hooks: HookServer;
  let mails: MailServer;
  beforeAll(async () => {
    ({ database, drop } = await open());
    hooks = await startHookServer();
    mails = await startMailServer();
    await addTeam(
      database,
      'billing',
      [
        ['ann', 'lead'],
        ['bob', 'analyst'],
      ],
      createClock(),
    );
    await addTeam(database, 'network', [['max', 'manager']], createClock());
  });
  afterAll(async () => {
    await hooks.close();
    await mails.close();
    await drop();
  });

  it.each([1, 2, 3])(
    'each complaint has one case, each case a team, each key one receipt (seed %i)',
    async (seed) => {
      await database.query('delete from documents');
      hooks.received.length = 0;
      mails.received.length = 0;
      const trial = new Trial(database, hooks, mails, seed);
      for (let at = 0; at < 110; at += 1) await trial.step();
      await trial.calm();
      expect(trial.crashes).toBeGreaterThan(2);

      // Exactly one case a complaint, and it is there; a case that was merged keeps none.
      const [counts] = await database.query<Record<string, number>>(
        `select (select count(*)::int from documents) as documents, (select count(*)::int from case_documents) as links,
         (select count(*)::int from cases k where coalesce(k.team, '') = '') as homeless,
         (select count(*)::int from cases k where not exists (select from case_documents l where l.case_id = k.id)
            and k.merged_into is null) as hollow,
         (select count(*)::int from cases k join case_documents l on l.case_id = k.id where k.merged_into is not null) as astray`,
      );
      expect(counts).toEqual({
        documents: trial.texts.length,
        links: trial.texts.length,
        homeless: 0,
        hollow: 0,
        astray: 0,
      });

      // Each step of an escalation once in a round.
      const [steps] = await database.query<{ told: number; marked: number; twice: number }>(
        `select (select count(*)::int from case_events where event = 'escalated') as told,
         (select count(*)::int from escalations) as marked,
         (select count(*)::int from (select from escalations group by case_id, round, step having count(*) > 1) d) as twice`,
      );
      expect(steps!.told).toBe(steps!.marked);
      expect(steps!.twice).toBe(0);

      // Everything announced has arrived; who keeps one of each key keeps exactly what was announced.
      const rows = await database.query<{
        key: string;
        state: string;
        destination: string;
        recipient: string | null;
        reference: string | null;
      }>('select key, state, destination, recipient, reference from deliveries order by id');
      expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      const hooked = rows.filter(({ destination }) => destination === 'hook').map(({ key }) => key);
      const taken = hooks.received.map(({ key }) => key);
      expect([...new Set(taken)].sort()).toEqual(hooked.sort());
      const bodies = new Map<string, string>();
      for (const { key, body } of hooks.received) expect(bodies.set(key, bodies.get(key) ?? body).get(key)).toBe(body);
      const mailed = rows.filter(({ recipient }) => recipient !== null);
      expect(new Set(mails.received.map(({ mail }) => mail.messageId))).toEqual(
        new Set(mailed.map(({ reference }) => `<${reference}>`)),
      );
      expect(rows.length).toBeGreaterThan(10);
    },
    240_000,
  );
});
