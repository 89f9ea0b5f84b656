import { mboxDate } from './dates.ts';

/** Joins mails into an mbox of the `mboxrd` kind: lines that begin with "From " get one more ">". */
export function writeMbox(mails: { from: string; receivedAt: Date; bytes: Buffer }[]): Buffer {
  const newline = Buffer.from('\n');
  return Buffer.concat(
    mails.flatMap(({ from, receivedAt, bytes }) => {
      const lines = bytes
        .toString('latin1')
        .replace(/\r\n/g, '\n')
        .replace(/\n*$/, '\n')
        .replace(/^(>*From )/gm, '>$1');
      return [Buffer.from(`From ${from} ${mboxDate(receivedAt)}\n`), Buffer.from(lines, 'latin1'), newline];
    }),
  );
}
