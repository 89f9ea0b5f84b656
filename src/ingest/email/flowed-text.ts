/** Which way a mail's plain text is flowed (RFC 3676): a line that ends in a space goes on in the next. */
export interface Flow {
  flowed: boolean;
  /** The space at the end of a line is no part of the words. */
  deleteSpace: boolean;
}

const contentType = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*/gim;

/**
 * Takes the mark of flowed text off a mail's headers, so that the MIME parser leaves the lines alone: it would join the
 * last line of a quote with the answer below it. @returns the mail, and how `joinFlowed` is to join its lines.
 */
export function unmarkFlowed(mail: Buffer): { mail: Buffer; flow: Flow } {
  const flow = { flowed: false, deleteSpace: false };
  if (!mail.includes('flowed')) return { mail, flow };
  const unmarked = mail.toString('latin1').replace(contentType, (header) => {
    if (!/format\s*=\s*"?flowed/i.test(header)) return header;
    flow.flowed = true;
    flow.deleteSpace ||= /delsp\s*=\s*"?yes/i.test(header);
    return header.replace(/flowed/i, 'fixed');
  });
  return { mail: Buffer.from(unmarked, 'latin1'), flow };
}

/** Joins flowed lines into paragraphs; lines that are quoted to different depths stay apart, and so does `-- `. */
export function joinFlowed(text: string, { flowed, deleteSpace }: Flow): string {
  if (!flowed) return text;
  const joined: string[] = [];
  let open = false;
  let depthBefore = 0;
  for (const line of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(line)![0].length;
    const words = line.slice(depth).replace(/^ /, '');
    const goesOn = words.endsWith(' ') && words !== '-- ';
    const shown = goesOn && deleteSpace ? words.slice(0, -1) : words;
    if (open && depth === depthBefore && words !== '-- ') joined.push(joined.pop()! + shown);
    else joined.push(depth > 0 ? `${'>'.repeat(depth)} ${shown}` : shown);
    [open, depthBefore] = [goesOn, depth];
  }
  return joined.join('\n');
}
