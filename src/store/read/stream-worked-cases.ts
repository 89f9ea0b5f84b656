import type { Queryable } from '../database.ts';

/** A case with what came of it. Sentiments are means, −1 to 1; null where no such text is understood. */
export type WorkedCase = {
  id: number;
  team: string;
  openedAt: Date;
  dueAt: Date;
  acceptedAt: Date | null;
  /** When it was answered, or closed where that came first. */
  answeredAt: Date | null;
  reopened: number;
  /** Who worked it last; null where nobody did under their own name. */
  userId: number | null;
  person: string | null;
  /** Of the customer's texts up to the complaint, and of those after it in its thread or by its customer. */
  before: number | null;
  after: number | null;
};

const casesAtOnce = 500;

/** Cases that were opened between two days (UTC, both included), in the order of ids. @param teams null for all. */
export async function* streamWorkedCases(
  db: Queryable,
  {
    fromDay,
    toDay,
    teams,
    feelingDays,
  }: { fromDay: string; toDay: string; teams: string[] | null; feelingDays: number },
): AsyncGenerator<WorkedCase> {
  let after = 0;
  for (;;) {
    const batch = await db.query<WorkedCase>(workedSql, [after, casesAtOnce, fromDay, toDay, teams, feelingDays]);
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    after = last.id;
  }
}

const workedSql = `
  select k.id, k.team, k.opened_at as "openedAt", k.due_at as "dueAt", w."acceptedAt", w."answeredAt",
    coalesce(w.reopened, 0) as reopened, p.user_id as "userId", p.name as person, b.mean as before, a.mean as after
  from cases k join documents d on d.id = k.document_id
  left join lateral (
    select min(e.at) filter (where e.event = 'accepted') as "acceptedAt",
      min(e.at) filter (where e.event in ('answered', 'closed')) as "answeredAt",
      (count(*) filter (where e.event = 'reopened'))::int as reopened
    from case_events e where e.case_id = k.id) w on true
  left join lateral (
    select e.user_id, u.name from case_events e join users u on u.id = e.user_id
    where e.case_id = k.id and e.event in ('accepted', 'answered', 'closed') order by e.at desc, e.id desc limit 1) p on true
  left join lateral (
    select avg(x.sentiment)::float8 as mean from documents x
    where x.understood and (x.id = d.id or (x.customer_id = d.customer_id and x.received_at <= d.received_at
      and x.received_at > d.received_at - make_interval(days => $6::int)))) b on true
  left join lateral (
    select avg(x.sentiment)::float8 as mean from documents x
    where x.understood and (x.customer_id = d.customer_id or x.thread_id = d.thread_id)
      and x.received_at > d.received_at and x.received_at <= d.received_at + make_interval(days => $6::int)) a on true
  where k.id > $1 and k.merged_into is null and k.opened_at >= $3::date::timestamp at time zone 'UTC'
    and k.opened_at < ($4::date + 1)::timestamp at time zone 'UTC' and ($5::text[] is null or k.team = any($5))
  order by k.id limit $2`;
