import type { NamedStep } from '../../cases/escalation.ts';
import type { Database } from '../database.ts';
import { type Announced, announce, type Destinations } from '../deliveries/announce.ts';

export interface EscalateOptions {
  step: NamedStep;
  backlogDays: number;
  destinations: Destinations;
  limit: number;
}

/**
 * Writes a step into the history of every case whose time for it has come, and announces it, all or nothing. A case has
 * each step once in a round, whoever asks, however often, and whatever the clock does. @returns of how many cases.
 */
export function escalateCases(
  db: Database,
  { step, backlogDays, destinations, limit }: EscalateOptions,
  now: Date,
): Promise<number> {
  return db.transaction(async (tx) => {
    const events = await tx.query<Omit<Announced, 'happening'>>(escalateSql, [
      now,
      step.name,
      step.hours,
      backlogDays,
      limit,
      JSON.stringify({ step: step.name, to: step.to, words: step.words }),
    ]);
    const told = events.map((event) => ({ ...event, happening: 'escalated' as const }));
    await announce(tx, destinations, told, now);
    return told.length;
  });
}

const escalateSql = `
  with late as (
    select k.id, k.round, k.team, k.priority from cases k
    where k.state in ('open', 'accepted') and k.due_at <= $1::timestamptz - make_interval(secs => $3::float8 * 3600)
      and k.due_at + make_interval(secs => $3::float8 * 3600) >= k.opened_at - make_interval(days => $4::int)
      and not exists (select from escalations e where e.case_id = k.id and e.round = k.round and e.step = $2)
    order by k.due_at, k.id limit $5 for update skip locked
  ), marked as (
    insert into escalations (case_id, round, step, at) select id, round, $2, $1 from late
    on conflict do nothing returning case_id
  ), told as (
    insert into case_events (case_id, at, actor, event, detail)
    select case_id, $1::timestamptz, 'earshot', 'escalated', $6::jsonb from marked order by case_id
    returning id, case_id
  )
  select t.case_id as "caseId", t.id as "eventId", l.team, l.priority from told t join late l on l.id = t.case_id`;
