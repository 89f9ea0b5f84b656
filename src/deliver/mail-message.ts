/** A mail to one person. One key is one mail: what is sent twice under one key carries one Message-ID. */
export interface MailMessage {
  /** Idempotency key: letters, digits and `-_.:/` of any kind, such as `case-17/opened`. */
  key: string;
  /** One address, without a name: `ann@example.org`. */
  to: string;
  subject: string;
  /** The words, and the same as HTML where there is such a form. */
  text: string;
  html?: string;
  /** Message-ID, without angle brackets, of the mail that this one answers. */
  inReplyTo?: string | null;
  /** Message-IDs of the conversation so far, the oldest first, without angle brackets. */
  references?: string[];
  /**
   * `notice` to somebody who works here; `answer` by machine to a customer's mail. Both say that a machine wrote them
   * (RFC 3834); an answer leaves without a return path besides, so that its bounce can start no loop.
   */
  kind?: 'notice' | 'answer';
  /** Address by which one click of a mail program unsubscribes (RFC 8058). */
  unsubscribe?: string;
  /** False where a person wrote the words and only sends them by us. */
  automatic?: boolean;
}
