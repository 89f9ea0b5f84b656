/** How mail programs mark the mails that they quote or forward, in the languages that they speak. */

const languages = (...words: string[]) => words.join('|');

const original = languages(
  'original message',
  'original appointment',
  'ursprüngliche nachricht',
  'originalnachricht',
  'original-nachricht',
  "message d['’]origine",
  'mensaje original',
  'messaggio originale',
  'oorspronkelijk bericht',
  'mensagem original',
  'originalmeddelande',
  'oprindelig meddelelse',
  'wiadomość oryginalna',
  'исходное сообщение',
  '原始邮件',
  '原始郵件',
  '原邮件',
  '元のメッセージ',
  '원본 메시지',
);
const forwarded = languages(
  'forwarded message',
  'forwarded by\\b.{0,200}',
  'weitergeleitete nachricht',
  'message transféré',
  'mensaje reenviado',
  'messaggio inoltrato',
  'doorgestuurd bericht',
  'mensagem encaminhada',
  'vidarebefordrat meddelande',
  'пересылаемое сообщение',
  '转发的?邮件.{0,10}',
  '轉寄的?郵件.{0,10}',
  '転送メッセージ',
);
const wrote = languages(
  'wrote',
  'writes',
  'schrieb(?:en)?',
  'a écrit',
  'escribió',
  'ha scritto',
  'escreveu',
  'schreef',
  'skrev',
  'napisał(?:\\(?a\\)?)?',
  'napsal(?:\\(?a\\)?)?',
  'написал(?:\\(?а\\)?)?',
  'писал(?:\\(?а\\)?)?',
  'пишет',
  'kirjoitti',
  'írta',
  'yazdı',
  '写道',
  '寫道',
  '写到',
  '님이 작성',
);

const originalRule = new RegExp(`^-{2,}\\s*(?:${original})\\s*-{2,}$`, 'i');
const forwardedRule = new RegExp(`^-{2,}\\s*(?:${forwarded})\\s*(?:-{2,})?$`, 'i');
const forwardedBegin =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:e-?mail|nachricht)|début du message (?:réexpédié|transféré)|inizio (?:del )?messaggio inoltrato|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reenviada))\s*:$/i;
const wroteAtEnd = new RegExp(`(?:${wrote})\\s*[:：]$`, 'iu');
const wroteBetween = new RegExp(`^(?:op|am|den|le|il|el|em|on|dnia|w dniu)\\s.*(?:${wrote})\\s.*[:：]$`, 'iu');
/** `26.06.2014, 14:41, "Anna" <anna@example.com>:` */
const dateAndAddress = /\d{1,2}:\d{2}.*<\S+@\S+>\s*:$/;

const headerKeys: [string, RegExp][] = [
  ['from', /^(?:from|von|de|da|van|från|fra|od|от|发件人|發件人|寄件者|差出人|보낸 ?사람)$/i],
  [
    'date',
    /^(?:sent|date|gesendet|datum|envoyé|fecha|enviado(?: el)?|inviato|data|verzonden|skickat|dato|дата|отправлено|发送时间|日期|寄件日期|時間|送信日時|보낸 ?날짜)$/i,
  ],
  ['to', /^(?:to|an|à|para|aan|till|til|a|do|кому|收件人|收件者|宛先|받는 ?사람)$/i],
  ['cc', /^(?:cc|bcc|kopie|copie|kopia|抄送|副本|importance|priority|reply-to|attachments?)$/i],
  [
    'subject',
    /^(?:subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|assunto|temat|тема|主题|主題|主旨|件名|제목)$/i,
  ],
];

/** The line before a quoted mail as Outlook and others rule it off: `-----Original Message-----`. */
export function isOriginalRule(line: string): boolean {
  return line.length < 200 && originalRule.test(line);
}

/** The line before a forwarded mail: `---------- Forwarded message ---------`, `Begin forwarded message:`. */
export function isForwardRule(line: string): boolean {
  return line.length < 300 && (forwardedRule.test(line) || forwardedBegin.test(line));
}

/** The kind of header (`from`, `date`, `to`, `cc`, `subject`) that a line such as `*Sent:* Monday` is; null for prose. */
export function headerKind(line: string): string | null {
  const name = /^[*_]{0,2}([^\s:：*][^:：*]{0,20}?)\s*[*_]{0,2}\s*[:：]/u.exec(line.slice(0, 60))?.[1];
  return name ? (headerKeys.find(([, pattern]) => pattern.test(name))?.[0] ?? null) : null;
}

/** What an attribution that runs over lines begins with: a word for "on", a date, an address or a weekday. */
const attributionStart =
  /^(?:on|am|le|el|il|em|op|den|dnia|w dniu|dne|в|в\S{1,2}|at|in article|mon|tue|wed|thu|fri|sat|sun)\b|^\d|^["<]?[^\s@]+@|^在|^于|^(?:пн|вт|ср|чт|пт|сб|вс)/iu;

/**
 * How many lines from `at` on say who wrote what is quoted next: `On Monday, 2 April 2012, Anna <a@example.com> wrote:`.
 * Mail programs break it into up to three lines. 0 where there is none.
 */
export function attributionLength(lines: string[], at: number): number {
  let joined = '';
  for (let length = 1; length <= 3; length++) {
    const line = lines[at + length - 1]?.trim() ?? '';
    if (line === '' || line.length > 300 || line.startsWith('>')) return 0;
    if (length === 2 && !attributionStart.test(joined)) return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (/[:：]$/.test(line) && isAttribution(joined)) return length;
  }
  return 0;
}

/** A short line that ends in "wrote:", in any of the languages. */
export function endsInWrote(line: string): boolean {
  return line.length <= 100 && wroteAtEnd.test(line);
}

/** Without a date or an address it may be the customer's own sentence: "Your colleague wrote:". */
function isAttribution(line: string): boolean {
  if (!/\d|@/.test(line)) return false;
  return wroteAtEnd.test(line) || wroteBetween.test(line) || dateAndAddress.test(line);
}
