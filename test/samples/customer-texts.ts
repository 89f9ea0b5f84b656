import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import PostalMime, { type Email } from 'postal-mime';

export const samples = join(import.meta.dirname, '../../samples');

/** One text of the corpus, read from its file without any help of Earshot's own readers. */
export interface CustomerText {
  source: string;
  channel: 'email' | 'call' | 'survey';
  /** `2026-10-07`, in UTC. */
  day: string;
  receivedAt: Date;
  /** Address; null for SRT, which has no room for it. */
  customer: string | null;
  /** The customer's own words: no quotes, no agent. */
  text: string;
  agentText: string;
  /** Coded data, of survey answers. */
  attributes: Record<string, string>;
}

/** Reads the whole corpus, machines' mails left out, oldest first. */
export async function readCustomerTexts(): Promise<CustomerText[]> {
  const texts = [...(await readMails()), ...readCalls(), ...readAnswers()];
  return texts.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

function filesOf(folder: string): { path: string; bytes: Buffer }[] {
  const at = join(samples, 'telecoms', folder);
  return readdirSync(at)
    .sort()
    .map((name) => ({ path: join(at, name), bytes: readFileSync(join(at, name)) }));
}

/** The bytes of every mail, those of the archive too. */
export function mailBytes(): { source: string; bytes: Buffer }[] {
  return filesOf('emails').flatMap(({ path, bytes }) => {
    if (path.endsWith('.eml')) return [{ source: basename(path), bytes }];
    const mails = bytes
      .toString('latin1')
      .split(/^From \S+ .*\n/m)
      .slice(1);
    return mails.map((mail, place) => ({
      source: `${basename(path)}#${place + 1}`,
      bytes: Buffer.from(mail.replace(/^>(>*From )/gm, '$1'), 'latin1'),
    }));
  });
}

async function readMails(): Promise<CustomerText[]> {
  const texts: CustomerText[] = [];
  for (const { source, bytes } of mailBytes()) {
    const mail = await PostalMime.parse(bytes);
    if (mail.headers.some(({ key }) => key === 'auto-submitted')) continue;
    texts.push({
      ...taken(source, 'email', new Date(mail.date ?? '')),
      customer: mail.from?.address ?? null,
      text: `${mail.subject ?? ''}\n${ownWords(mail)}`,
    });
  }
  return texts;
}

function ownWords({ text, html }: Email): string {
  const plain =
    text ??
    (html ?? '')
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<blockquote.*/s, '')
      .replace(/<[^>]*>/g, ' ');
  return plain.split(/^[ \t]*(?:On .{10,80} wrote:|-----Original|_{30,}\s+From:|在 .*写道：)/m)[0] ?? '';
}

function readCalls(): CustomerText[] {
  return filesOf('calls').map(({ path, bytes }) => {
    const name = basename(path);
    const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)_(\d\d)(\d\d)/.exec(name) ?? [];
    const turns = turnsOf(bytes.toString());
    // In every sample call the agent, or whoever answers for Larkfield, speaks first.
    const agent = turns[0]?.[0];
    const said = (who: (speaker: string) => boolean) =>
      turns
        .filter(([speaker]) => who(speaker))
        .map(([, text]) => text)
        .join('\n');
    return {
      ...taken(name, 'call', new Date(`${day}T${hour}:${minute}:00Z`)),
      customer: /customer"?: "?([\w.]+@[\w.]+)/.exec(bytes.toString())?.[1] ?? null,
      text: said((speaker) => speaker !== agent),
      agentText: said((speaker) => speaker === agent),
    };
  });
}

function turnsOf(transcript: string): [string, string][] {
  if (transcript.startsWith('{')) {
    const { Transcript } = JSON.parse(transcript) as { Transcript: { ParticipantId: string; Content: string }[] };
    return Transcript.map(({ ParticipantId, Content }) => [ParticipantId, Content]);
  }
  const line = transcript.startsWith('WEBVTT') ? /^<v ([^>]+)>(.*)$/gm : /^(?:\[\d\d:\d\d\] )?([\p{L} ]+): (.*)$/gmu;
  return [...transcript.matchAll(line)].map(([, speaker = '', text = '']) => [speaker, text]);
}

function readAnswers(): CustomerText[] {
  const bytes = readFileSync(join(samples, 'telecoms/surveys/answers.csv'));
  const rows = parseCsv(bytes, { columns: true }) as Record<string, string>[];
  return rows.map((row, place) => ({
    ...taken(`answers.csv#row ${place + 2}`, 'survey', new Date(row.date ?? '')),
    customer: row.customer ?? null,
    text: [row.reason_for_score, row.what_should_we_do_better].filter(Boolean).join('\n'),
    attributes: row,
  }));
}

function taken(source: string, channel: CustomerText['channel'], receivedAt: Date): CustomerText {
  const day = receivedAt.toISOString().slice(0, 10);
  return { source, channel, day, receivedAt, customer: null, text: '', agentText: '', attributes: {} };
}
