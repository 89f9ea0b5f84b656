/** What a template may speak of, and what each is. Every one of them has a value for every case, be it empty. */
export const caseFields = {
  'case.id': 'number of the case',
  'case.url': 'address of its page',
  'case.title': 'subject of the text, or what it is and from whom',
  'case.team': "key of the team's entry in the routing",
  'case.teamName': 'name of the team',
  'case.priority': 'urgent, high, normal or low',
  'case.state': 'open, accepted, answered or closed',
  'case.dueAt': 'when it is due, ISO 8601 in UTC',
  'case.openedAt': 'when it was opened, ISO 8601 in UTC',
  'case.because': 'why it went to the team, in a sentence',
  'case.by': 'name of the rule or model',
  'case.score': 'how sure that was, 0 to 1',
  'case.tags': 'its tags, a list',
  'case.evidence': 'the sentences that made it so',
  'text.id': 'number of the text',
  'text.channel': 'email, call or survey',
  'text.language': 'ISO 639-1 code, or und',
  'text.subject': 'subject of the mail, or empty',
  'text.words': 'its words, the first 10,000 characters',
  'text.receivedAt': 'when it was received, ISO 8601 in UTC',
  'customer.id': 'by what the customer is known, or empty',
  'customer.address': "the customer's mail address, or empty",
  'event.name': 'what happened: opened, accepted, escalated …',
  'event.words': 'the same in a sentence',
  'event.at': 'when, ISO 8601 in UTC',
  'event.key': 'the idempotency key',
} as const;
export type CaseField = keyof typeof caseFields;

export type FieldValue = string | number | readonly string[];

/** The values of one delivery. */
export type CaseFacts = Record<CaseField, FieldValue>;
