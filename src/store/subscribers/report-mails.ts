import type { Queryable } from '../database.ts';

/** A mail that is to be sent now. */
export type DueMail = { email: string; token: string };

/** Attempts before an address is given up for a day. */
const mostAttempts = 5;
/** A sending that was cut off may begin anew after so many minutes; mail servers drop what they have by its Message-ID. */
const minutesBetween = 5;

/**
 * Takes the report mails of a day that are due, each for the caller alone: one row a day and address says so, whatever
 * number of processes ask. An attempt that failed or was cut off is due again after some minutes.
 */
export function takeReportMails(db: Queryable, day: string, now: Date, limit: number): Promise<DueMail[]> {
  return db.query<DueMail>(
    `with due as (
       select s.email, s.token from subscribers s
       left join report_mails m on m.day = $1::date and m.email = s.email
       where m.email is null or (m.state = 'sending' and m.attempts < $4::int and m.at < $2::timestamptz - $5::int * interval '1 minute')
       order by s.email limit $3
     ), taken as (
       insert into report_mails (day, email, state, at) select $1::date, email, 'sending', $2::timestamptz from due
       on conflict (day, email) do update set attempts = report_mails.attempts + 1, at = excluded.at
       where report_mails.state = 'sending' and report_mails.at < $2::timestamptz - $5::int * interval '1 minute'
       returning email
     )
     select due.email, due.token from due join taken on taken.email = due.email order by due.email`,
    [day, now, limit, mostAttempts, minutesBetween],
  );
}

/** Says what came of a mail: sent, or refused for good. A passing failure keeps its turn for later, with the reason. */
export async function settleReportMail(
  db: Queryable,
  { day, email }: { day: string; email: string },
  { state, reason }: { state: 'sending' | 'sent' | 'refused'; reason: string | null },
): Promise<void> {
  await db.query('update report_mails set state = $3, reason = $4 where day = $1 and email = $2', [
    ...[day, email, state, reason],
  ]);
}

/** The latest night that has ended after its day had, and how that day is called; null where there is none. */
export async function latestFinishedNight(db: Queryable): Promise<{ day: string; endedAt: Date } | null> {
  const [night] = await db.query<{ day: string; endedAt: Date }>(
    `select day, ended_at as "endedAt" from runs
     where ended_at is not null and day is not null and from_day is not null
       and started_at >= (day + 1)::timestamp at time zone 'UTC'
     order by day desc limit 1`,
  );
  return night ?? null;
}
