import { pino } from 'pino';
import { answers } from '../../../pipelines/answers.ts';
import { openPost } from '../../../src/connect/open-post.ts';
import type { DeliveryPipeline, Destination, HttpDestination } from '../../../src/deliver/destination.ts';
import { aroundTheClock } from '../../../src/people/stored-team.ts';
import type { UserRole } from '../../../src/people/user.ts';
import type { CaseSettings } from '../../../src/store/cases/case-settings.ts';
import { plainCases } from '../../../src/store/cases/case-settings.ts';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { addUser } from '../../../src/store/people/add-user.ts';
import { saveTeam } from '../../../src/store/teams/save-team.ts';
import { setMembers } from '../../../src/store/teams/set-members.ts';
import type { Document, Route } from '../../../src/types.ts';
import type { Outbox } from '../../../src/workers/deliver/outbox.ts';
import { rawText, route, understood } from '../../support/texts.ts';

/** A clock that stands still until it is told otherwise. */
export interface Clock {
  now(): Date;
  pass(seconds: number): void;
}

export function createClock(start = '2026-03-02T09:00:00Z'): Clock {
  let at = Date.parse(start);
  return { now: () => new Date(at), pass };
  function pass(seconds: number): void {
    at += seconds * 1000;
  }
}

export const webhook: HttpDestination = {
  ...{ on: true, by: 'http', url: 'http://127.0.0.1:1', template: 'webhook', secret: 'HOOK', allowPrivate: true },
  tells: ['opened', 'joined', 'accepted', 'answered', 'closed', 'reopened', 'reassigned', 'escalated'],
  perMinute: 10_000,
};
export const teamMail: Destination = {
  ...{ on: true, by: 'mail', tells: ['opened', 'reassigned', 'escalated'], perMinute: 10_000 },
};

/** A pipeline that goes wrong soon enough for a test. */
export function pipelineOf(
  destinations: Record<string, Destination>,
  more: Partial<DeliveryPipeline> = {},
): DeliveryPipeline {
  return {
    destinations,
    retry: { attempts: 200, firstSeconds: 10, longestSeconds: 120 },
    circuit: { failures: 5, pauseSeconds: 60, longestSeconds: 300 },
    timeoutSeconds: 2,
    ...more,
  };
}

/** An outbox with a way out, over a store. */
export function outboxOf(
  database: Database,
  delivery: DeliveryPipeline,
  clock: Clock,
  smtpUrl: string | null = null,
): Outbox {
  const routing = {
    teams: { billing: { name: 'Billing', owns: 'Bills' }, network: { name: 'Network', owns: 'Lines' } },
  };
  const config = {
    smtpUrl,
    mailFrom: smtpUrl && 'Earshot <earshot@shop.example>',
    secrets: { HOOK: 'whsec_c2VjcmV0' },
  };
  return {
    ...{
      database,
      delivery,
      answers,
      routing,
      pagesUrl: 'https://earshot.shop.example',
      now: clock.now,
      chance: () => 0.5,
    },
    post: openPost({ config, delivery, routing }),
    log: pino({ level: 'silent' }),
  };
}

/** Takes a complaint in, as the workers do. @returns its document's id. */
export async function complain(
  database: Database,
  clock: Clock,
  body: string,
  {
    document = {},
    route: fields = {},
    cases = {},
  }: { document?: Partial<Document>; route?: Partial<Route>; cases?: Partial<CaseSettings> } = {},
): Promise<number> {
  const raw = rawText(body);
  const intakeId = await startIntake(database, body, clock.now());
  await addRawTexts(database, intakeId, [raw], clock.now());
  const dueAt = new Date(clock.now().getTime() + 4 * 3_600_000);
  const result = understood(raw, {
    document: { customerId: null, receivedAt: clock.now(), ...document },
    route: route({ dueAt, ...fields }),
  });
  await saveResults(database, [result], clock.now(), { ...plainCases, ...cases });
  const [row] = await database.query<{ id: number }>('select id from documents where raw_id = $1', [raw.id]);
  return row!.id;
}

/** Adds a team with people in it. @returns their ids. */
export async function addTeam(
  database: Database,
  key: string,
  people: [name: string, role: UserRole][],
  clock: Clock,
): Promise<number[]> {
  const dueHours = { urgent: 4, high: 24, normal: 72, low: 120 };
  const team = {
    key,
    name: key,
    owns: '',
    enabled: true,
    calendar: aroundTheClock,
    dueHours,
    capacity: null,
    overflow: null,
    languages: [],
  };
  await saveTeam(database, team, clock.now());
  const ids: number[] = [];
  for (const [name, role] of people) {
    ids.push((await addUser(database, { name, email: `${name}@shop.example`, role }, clock.now()))!);
  }
  await setMembers(
    database,
    key,
    ids.filter((_, at) => people[at]![1] !== 'manager'),
  );
  return ids;
}

/** State, attempts and reason of every delivery, in the order of their making. */
export function deliveries(database: Database) {
  return database.query<{
    id: number;
    key: string;
    state: string;
    attempts: number;
    reason: string | null;
    reference: string | null;
  }>('select id, key, state, attempts, reason, reference from deliveries order by id');
}
