import { formatDay } from '../../../dashboards/format.ts';
import { linkedFrom, reportFile } from '../../../dashboards/pages/report-file.ts';
import { reportView } from '../../api/views/report/report-view.ts';
import { openMailer } from '../../connect/mail/open-mailer.ts';
import type { Context } from '../../context.ts';
import type { MailMessage } from '../../deliver/mail-message.ts';
import { every } from '../../workers/every.ts';
import { mailReports, type ReportMail } from '../../workers/report-mails.ts';
import { describeReport } from '../report-words.ts';

const lookSeconds = 60;

/** Mails each night's report to its subscribers from now on, where a mail server is set. @returns a function that stops it. */
export function openReportMails(context: Context): () => Promise<void> {
  const { config, database, log, now } = context;
  const { smtpUrl, mailFrom } = config;
  if (!smtpUrl || !mailFrom) return async () => {};
  const mailer = openMailer({ url: smtpUrl, from: mailFrom });
  const send = async (mail: ReportMail): Promise<void> => void (await mailer.send(reportMessage(mail, context)));
  return every(lookSeconds, log, () => mailReports({ database, log, now, send }));
}

/** The report as a mail: the words for everybody, the file for whoever reads HTML, and the way out of it. */
export function reportMessage(
  { key, to, report, token }: ReportMail,
  { config, models, routing, pipelines }: Pick<Context, 'config' | 'models' | 'routing' | 'pipelines'>,
): MailMessage {
  const base = config.pagesUrl;
  const view = reportView(report, { taxonomy: models.taxonomy, routing, grades: pipelines.intake.grades });
  const unsubscribe = `${base}/unsubscribe?token=${token}`;
  const { day, volume, movers, check } = view;
  const differ = check.differ === 0 ? '' : `, ${check.differ} numbers differ`;
  return {
    ...{ key, to, kind: 'notice', unsubscribe },
    subject: `Report ${formatDay(day)}: ${volume.day.count} texts, ${movers.length} moved${differ}`,
    text: `${describeReport(linkedFrom(view, base))}\n\n${base}/report/${day}\n\nTo unsubscribe: ${unsubscribe}\n`,
    html: reportFile(view, base, unsubscribe).toString(),
  };
}
