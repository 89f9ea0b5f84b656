import type { Letter } from '../compose/mail.ts';
import type { Pen } from '../compose/pen.ts';
import { codedData } from '../plan/customers.ts';
import type { Contact } from '../plan/story.ts';
import type { Random } from '../random.ts';
import type { Charset } from './charset.ts';
import { mailDate } from './dates.ts';
import { attachment, type Entity, multipart, textEntity, writeEntity } from './entity.ts';
import { htmlMail } from './html.ts';
import { careAddress, type Quote } from './quote.ts';
import { encodeHeader } from './transfer.ts';

/** How a mail is wrapped: each way is met in real post. */
type Wrapping = {
  kind: 'plain' | 'html' | 'alternative' | 'mixed';
  charset: Charset;
  encoding: 'quoted-printable' | 'base64' | '8bit';
};

/** Writes a letter as the bytes of a mail (RFC 5322), CRLF throughout. */
export function sealMail(pen: Pen, letter: Letter, quote: Quote | null): Buffer {
  const { contact, random } = pen;
  const wrapping = wrappingFor(contact, random);
  const body = bodyOf(wrapping, letter, quote, random);
  return writeEntity({
    headers: [...headersOf(contact, letter, wrapping, random), ['MIME-Version', '1.0'], ...body.headers],
    body: body.body,
  });
}

/** The id by which other mails speak of this one. */
export function messageId({ key, customer }: Contact): string {
  return `<${key.replace('.', '-')}.${customer.address}>`;
}

/** The id of Larkfield's answer to it. */
export function careMessageId(contact: Contact): string {
  return `<re-${contact.key.replace('.', '-')}.${careAddress}>`;
}

function headersOf(contact: Contact, letter: Letter, { charset }: Wrapping, random: Random): [string, string][] {
  const { customer, receivedAt, earlier } = contact;
  const style = random.pick(['B', 'Q'] as const);
  const name = customer.language === 'zh' ? customer.name : `${customer.given} ${customer.family}`;
  const before = earlier.at(-1);
  // The company's gateway adds what it knows of the sender.
  const known = Object.entries(codedData(customer)).map(([field, value]): [string, string] => [
    `X-Customer-${field.charAt(0).toUpperCase()}${field.slice(1)}`,
    value,
  ]);
  const subject = before ? `Re: ${letter.subject}` : letter.subject;
  return [
    ['From', `${encodeHeader(name, charset, style)} <${customer.address}>`],
    ['To', random.pick([careAddress, `Larkfield Care <${careAddress}>`, `"Larkfield" <${careAddress}>`])],
    ['Subject', encodeHeader(subject, charset, style)],
    ['Date', mailDate(receivedAt)],
    ['Message-ID', messageId(contact)],
    ...(before
      ? ([
          ['In-Reply-To', careMessageId(before)],
          ['References', earlier.flatMap((mail) => [messageId(mail), careMessageId(mail)]).join('\r\n ')],
        ] as [string, string][])
      : []),
    ...known,
    ...(random.chance(0.3)
      ? ([['X-Mailer', random.pick(['Postbag 4.2', 'Quill Mail 11.0', 'iPhone Mail (21F90)'])]] as [string, string][])
      : []),
  ];
}

function wrappingFor({ customer }: Contact, random: Random): Wrapping {
  if (customer.language === 'zh') {
    const ways: Wrapping[] = [
      { kind: 'plain', charset: 'gb18030', encoding: 'base64' },
      { kind: 'plain', charset: 'gb18030', encoding: '8bit' },
      { kind: 'plain', charset: 'utf-8', encoding: 'base64' },
      { kind: 'alternative', charset: 'utf-8', encoding: 'quoted-printable' },
      { kind: 'html', charset: 'gb18030', encoding: 'base64' },
    ];
    return random.pick(ways);
  }
  const kind = random.weighted({ plain: 58, alternative: 24, html: 12, mixed: 6 });
  const charset = kind === 'plain' && random.chance(0.2) ? 'windows-1252' : 'utf-8';
  return { kind, charset, encoding: random.weighted({ 'quoted-printable': 50, '8bit': 30, base64: 20 }) };
}

function bodyOf({ kind, charset, encoding }: Wrapping, letter: Letter, quote: Quote | null, random: Random): Entity {
  const plain = textEntity(plainMail(letter, quote), 'plain', charset, encoding);
  if (kind === 'plain') return plain;
  const html = textEntity(htmlMail(letter.paragraphs, letter.signature, quote, random), 'html', charset, encoding);
  if (kind === 'html') return html;
  const boundary = `=_${random.int(10000000, 99999999)}_${random.int(1000, 9999)}`;
  const both = multipart('alternative', boundary, [plain, html]);
  return kind === 'alternative' ? both : multipart('mixed', `${boundary}_m`, [both, somePicture(random)]);
}

function plainMail({ paragraphs, signature }: Letter, quote: Quote | null): string {
  const own = [...paragraphs, ...(signature ? [signature] : [])].join('\n\n');
  return quote ? `${own}\n\n${quote.intro}\n${quote.text}\n` : `${own}\n`;
}

/** A picture of one grey pixel stands for the screenshots that customers send. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

function somePicture(random: Random): Entity {
  return attachment(
    random.pick(['bill.png', 'screenshot.png', 'IMG_2041.png', 'speedtest.png']),
    'image/png',
    Buffer.from(pixel, 'base64'),
  );
}
