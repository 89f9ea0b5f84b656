/**
 * A multipart mail whose boundary is missing from its header or wrong gives its parser no parts. This writes the header
 * anew with the boundary that stands in the body or, where there is none, as plain text.
 */
export function mendMultipart(mail: Buffer): Buffer {
  const written = mail.toString('latin1').replace(/\r\n/g, '\n');
  const end = written.indexOf('\n\n');
  const body = end < 0 ? '' : written.slice(end + 2);
  const boundary = /^--(\S.{0,198}?)[ \t]*\n(?:[Cc]ontent-|\n)/m.exec(body)?.[1];
  const header = boundary
    ? `Content-Type: multipart/mixed; boundary="${boundary.replace(/["\\]/g, '\\$&')}"\n\n`
    : 'Content-Type: text/plain; charset=utf-8\n\n';
  const words = boundary ? body : body.replace(/^(?:--.*|This is a multi-?part message.*)\n?/gim, '');
  return Buffer.from(header + words, 'latin1');
}
