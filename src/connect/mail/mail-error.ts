/** Why a mail did not leave. */
export class MailError extends Error {
  /** Whether the same mail would be refused again; otherwise another attempt may succeed. */
  readonly permanent: boolean;

  constructor(message: string, options: ErrorOptions & { permanent: boolean }) {
    super(message, options);
    this.name = 'MailError';
    this.permanent = options.permanent;
  }
}

interface SmtpFailure extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

const hints: Record<string, string> = {
  ECONNECTION: 'Is EARSHOT_SMTP_URL right, and does the mail server run?',
  ESOCKET: 'Is EARSHOT_SMTP_URL right, and does the mail server run?',
  EDNS: 'The name in EARSHOT_SMTP_URL is not known.',
  ETIMEDOUT: 'It did not answer in time.',
  EAUTH: 'Are user and password in EARSHOT_SMTP_URL right?',
  ETLS: 'It offers no encryption; a password is not sent without (smtps:// encrypts from the start).',
};

/** Says why, without the recipient: the words go to the log. @param place the mail server, as `host:port`. */
export function describeMailFailure(cause: unknown, place: string): MailError {
  const failure = cause as SmtpFailure;
  const code = failure.code ?? '';
  // 5xx is a refusal for good (RFC 5321, 4.2.1). A refused sign-in is our own slip, and what waits outlives its mending.
  const permanent = (failure.responseCode ?? 0) >= 500 && code !== 'EAUTH';
  const said = failure.response ? replyOf(failure.response) : (hints[code] ?? failure.message);
  const hint = failure.response && code === 'EAUTH' ? ` ${hints.EAUTH}` : '';
  const refused = permanent ? 'refuses the mail' : 'did not take the mail';
  return new MailError(`The mail server ${place} ${refused}: ${said}${hint}`, { cause, permanent });
}

/** A server's reply without the addresses that it repeats. */
function replyOf(response: string): string {
  return response
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200);
}
