import { callWriter } from './call/write-calls.ts';
import { takePen } from './compose/pen.ts';
import { writeMbox } from './mail/mbox.ts';
import { notices } from './mail/notices.ts';
import { mailWriter } from './mail/write-mails.ts';
import { planContacts } from './plan/plan.ts';
import type { Contact, Point } from './plan/story.ts';
import { randomFrom } from './random.ts';
import { writeCsv } from './survey/csv.ts';
import { answerColumns, answerMapping, answerWriter } from './survey/write-answers.ts';
import { decks } from './words/decks.ts';

export interface CorpusFile {
  /** Below `samples/`. */
  path: string;
  bytes: Buffer;
}

/** Mails before this moment lie in an mbox archive, later ones in files of their own. */
const archiveUntil = new Date('2026-09-18T00:00:00Z');
const archive = 'telecoms/emails/care-until-september.mbox';

/** What a text was written to say. */
interface Label {
  source: string;
  contact: Contact;
  points: Point[];
}

/** Writes the whole corpus, the same for the same seed. */
export function buildCorpus(seed = 'larkfield'): CorpusFile[] {
  const random = randomFrom(seed);
  const contacts = planContacts(random.fork('plan'));
  const deal = decks(random.fork('decks'));
  const chance = random.fork('texts');
  const [writeMail, writeCall, writeRow] = [mailWriter(), callWriter(), answerWriter()];
  const [files, archived, rows, labels]: [CorpusFile[], Parameters<typeof writeMbox>[0], string[][], Label[]] = [
    [],
    [],
    [],
    [],
  ];
  for (const contact of contacts) {
    const pen = takePen(contact, deal, chance);
    const { customer, receivedAt, points } = contact;
    if (contact.channel === 'survey') {
      rows.push(writeRow(pen));
      // As a spreadsheet counts: the header is row 1.
      labels.push({ source: `telecoms/surveys/answers.csv#row ${rows.length + 1}`, contact, points });
    } else if (contact.channel === 'call') {
      const call = writeCall(pen);
      const path = `telecoms/calls/${stamp(receivedAt)}_call.${call.extension}`;
      files.push({ path, bytes: Buffer.from(call.text) });
      labels.push({ source: path, contact, points: call.points });
    } else if (receivedAt < archiveUntil) {
      archived.push({ from: customer.address, receivedAt, bytes: writeMail(pen) });
      labels.push({ source: `${archive}#${archived.length}`, contact, points });
    } else {
      const path = `telecoms/emails/${stamp(receivedAt)}_${customer.address.split('@')[0]}.eml`;
      files.push({ path, bytes: writeMail(pen) });
      labels.push({ source: path, contact, points });
    }
  }
  return inOrder([
    ...files,
    ...notices().map(({ name, bytes }) => ({ path: `telecoms/emails/${name}`, bytes })),
    { path: archive, bytes: writeMbox(archived) },
    { path: 'telecoms/surveys/answers.csv', bytes: Buffer.from(writeCsv(answerColumns, rows)) },
    {
      path: 'telecoms/surveys/answers.mapping.json',
      bytes: Buffer.from(`${JSON.stringify(answerMapping, null, 2)}\n`),
    },
    { path: 'labels.csv', bytes: Buffer.from(writeLabels(labels)) },
  ]);
}

function writeLabels(labels: Label[]): string {
  const topics = (points: Point[], stance: Point['stance']) =>
    points
      .filter((point) => point.stance === stance)
      .map((point) => point.topic)
      .join(' ');
  return writeCsv(
    ['source', 'channel', 'received_at', 'customer', 'language', 'complains_about', 'praises'],
    labels.map(({ source, contact, points }) => [
      source,
      contact.channel,
      contact.receivedAt.toISOString().slice(0, 19).concat('Z'),
      contact.customer.address,
      contact.customer.language,
      topics(points, 'problem'),
      topics(points, 'praise'),
    ]),
  );
}

/** `2026-10-07_1412`, in UTC. */
const stamp = (at: Date) => at.toISOString().slice(0, 16).replace('T', '_').replace(':', '');

/** By path; two texts of one minute may not share a name. */
function inOrder(files: CorpusFile[]): CorpusFile[] {
  const sorted = files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const twice = sorted.find((file, place) => file.path === sorted[place - 1]?.path);
  if (twice) throw new Error(`Two texts would be written to ${twice.path}; another seed gives them different minutes.`);
  return sorted;
}
