import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import { latestFinishedNight, settleReportMail, takeReportMails } from '../store/subscribers/report-mails.ts';
import type { MorningReport } from '../types/report.ts';
import { readReport } from './report.ts';

/** What goes to one address. */
export interface ReportMail {
  /** The same for the same day and address: a mail that is sent twice carries one Message-ID. */
  key: string;
  to: string;
  report: MorningReport;
  /** By which the address is unsubscribed. */
  token: string;
}

export interface ReportMailing {
  database: Database;
  log: Logger;
  now(): Date;
  /** Hands the mail over. @throws Error with `permanent` where another attempt would be refused again. */
  send(mail: ReportMail): Promise<void>;
}

/** A report older than this is no news any more, and is not sent to whoever subscribes now. */
const freshHours = 36;
const mailsAtOnce = 20;

/** Sends the latest night's report to every subscriber who has not had it. @returns how many mails left. */
export async function mailReports(mailing: ReportMailing): Promise<number> {
  return (await oneAtATime(mailing.database, 'mailing', () => mailDue(mailing))) ?? 0;
}

async function mailDue({ database, log, now, send }: ReportMailing): Promise<number> {
  const night = await latestFinishedNight(database);
  if (!night || now().getTime() - night.endedAt.getTime() > freshHours * 3_600_000) return 0;
  let sent = 0;
  let report: MorningReport | null = null;
  for (;;) {
    const due = await takeReportMails(database, night.day, now(), mailsAtOnce);
    if (due.length === 0) return sent;
    report ??= await readReport({ database, now }, night.day);
    if (!report) return sent;
    for (const { email, token } of due) {
      const key = `report/${night.day}/${token}`;
      const outcome = await attempt(() => send({ key, to: email, report: report!, token }));
      await settleReportMail(database, { day: night.day, email }, outcome);
      if (outcome.state === 'sent') sent += 1;
      else log.warn({ day: night.day, reason: outcome.reason }, 'a report mail did not leave');
    }
  }
}

async function attempt(
  send: () => Promise<void>,
): Promise<{ state: 'sending' | 'sent' | 'refused'; reason: string | null }> {
  try {
    await send();
    return { state: 'sent', reason: null };
  } catch (error) {
    const { message, permanent } = error as Error & { permanent?: boolean };
    return { state: permanent ? 'refused' : 'sending', reason: message };
  }
}
