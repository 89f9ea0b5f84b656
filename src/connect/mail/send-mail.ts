import type { MailMessage } from '../../deliver/mail-message.ts';
import type { Outcome } from '../../deliver/outcome.ts';
import { MailError } from './mail-error.ts';
import type { Mailer } from './open-mailer.ts';

/** Sends a mail of the outbox and says what came of it. @param mailer null where the settings name no mail server. */
export async function sendMail(mailer: Mailer | null, key: string, mail: Omit<MailMessage, 'key'>): Promise<Outcome> {
  if (!mailer) {
    const reason = 'No mail is sent until EARSHOT_SMTP_URL and EARSHOT_MAIL_FROM are set.';
    return { state: 'refused', reason, permanent: false, ours: true };
  }
  try {
    return { state: 'sent', reference: (await mailer.send({ ...mail, key })).messageId };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    // A refused recipient says nothing of the mail server, which answers the others.
    return { state: 'refused', reason: error.message, permanent: error.permanent, ours: error.permanent };
  }
}
