import { dayNumber, firstDay } from '../plan/calendar.ts';
import { mailDate } from './dates.ts';
import { multipart, textEntity, writeEntity } from './entity.ts';
import { careAddress } from './quote.ts';

/** A mail that no person wrote. */
export interface Notice {
  name: string;
  bytes: Buffer;
}

/** What machines send to a care address: two answers while away and a bounce. No customer speaks in them. */
export function notices(): Notice[] {
  return [
    away(
      '2026-09-02',
      'Colin Prosser',
      'colin.prosser@letters.example',
      'I am out of the office until 14 September with no access to mail. In urgent cases please call reception.',
    ),
    away(
      '2026-10-19',
      'Nadia Haddow',
      'nhaddow@postbag.example',
      'Thank you for your message. I am on maternity leave and will answer when I am back in spring.',
    ),
    bounce('2026-09-23', 'harold77@homemail.example'),
  ];
}

function away(day: string, name: string, address: string, text: string): Notice {
  const at = momentOf(day);
  const body = textEntity(`${text}\n\n${name}\n`, 'plain', 'utf-8', '8bit');
  return {
    name: `${day}_0830_away.eml`,
    bytes: writeEntity({
      headers: [
        ['From', `${name} <${address}>`],
        ['To', careAddress],
        ['Subject', 'Automatic reply: Your Larkfield bill is ready'],
        ['Date', mailDate(at)],
        ['Message-ID', `<away.${day}.${address}>`],
        ['Auto-Submitted', 'auto-replied'],
        ['X-Auto-Response-Suppress', 'All'],
        ['MIME-Version', '1.0'],
        ...body.headers,
      ],
      body: body.body,
    }),
  };
}

function bounce(day: string, address: string): Notice {
  const at = momentOf(day);
  const text = `This is the mail system at host mx.homemail.example.\n\nYour message could not be delivered to <${address}>:\nthe mailbox is full (452 4.2.2).\n`;
  const status = textEntity(
    `Reporting-MTA: dns; mx.homemail.example\n\nFinal-Recipient: rfc822; ${address}\nAction: failed\nStatus: 4.2.2\n`,
    'plain',
    'utf-8',
    '7bit',
  );
  const report = multipart('report; report-type=delivery-status', `=_bounce_${dayNumber(day)}_${firstDay}`, [
    textEntity(text, 'plain', 'utf-8', '7bit'),
    { headers: [['Content-Type', 'message/delivery-status']], body: status.body },
  ]);
  return {
    name: `${day}_0830_bounce.eml`,
    bytes: writeEntity({
      headers: [
        ['Return-Path', '<>'],
        ['From', 'Mail Delivery System <MAILER-DAEMON@mx.homemail.example>'],
        ['To', careAddress],
        ['Subject', 'Undelivered Mail Returned to Sender'],
        ['Date', mailDate(at)],
        ['Message-ID', `<bounce.${day}@mx.homemail.example>`],
        ['Auto-Submitted', 'auto-replied'],
        ['MIME-Version', '1.0'],
        ...report.headers,
      ],
      body: report.body,
    }),
  };
}

const momentOf = (day: string) => new Date(`${day}T07:30:00Z`);
