const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;

/** Where one record of a delimited file lies. All offsets count from the record's first byte. */
export interface RecordBounds {
  /** Length with its line break. */
  end: number;
  /** Length without it. */
  bodyEnd: number;
  /** Where each cell begins. */
  cells: number[];
  /** Where the line after the first begins: equal to `end`, unless a quoted cell holds line breaks. */
  secondLine: number;
  /** A quoted cell ended in mid-cell (`"abc"def`), or the file ended within quotes. */
  broken: boolean;
}

/** Scans for the end of one record, a piece at a time. */
export interface RecordScan {
  /** @param bytes the record's first bytes, more at each call. @returns null where the record goes on beyond them. */
  next(bytes: Buffer, ended: boolean): RecordBounds | null;
  /** Whether the bytes scanned so far end inside quotes. */
  readonly quoted: boolean;
}

/**
 * Records end at a line break outside quotes; a cell that begins with a quote is quoted up to the next quote that is not
 * doubled (RFC 4180). Works on bytes: in UTF-8, GB18030 and windows-1252 no other character holds these bytes.
 */
export function scanRecord(delimiter: number, lineBreak: number): RecordScan {
  const cells = [0];
  let at = 0;
  let cellStart = 0;
  let secondLine = -1;
  let quoted = false;
  let broken = false;

  function finish(bytes: Buffer, end: number, bodyEnd: number): RecordBounds {
    const trimmed = bytes[bodyEnd - 1] === RETURN ? bodyEnd - 1 : bodyEnd;
    return { end, bodyEnd: Math.max(0, trimmed), cells, secondLine: secondLine < 0 ? end : secondLine, broken };
  }

  /** @returns false where the byte after the quote is not there yet to say what the quote means. */
  function closeQuote(bytes: Buffer, ended: boolean): boolean {
    if (at + 1 >= bytes.length && !ended) return false;
    const after = bytes[at + 1];
    if (after === QUOTE) at++;
    else {
      quoted = false;
      broken ||= after !== undefined && after !== delimiter && after !== lineBreak && after !== RETURN;
    }
    return true;
  }

  function next(bytes: Buffer, ended: boolean): RecordBounds | null {
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (quoted) {
        if (byte === lineBreak && secondLine < 0) secondLine = at + 1;
        if (byte === QUOTE && !closeQuote(bytes, ended)) return null;
      } else if (byte === QUOTE) {
        quoted = at === cellStart;
      } else if (byte === delimiter) {
        cellStart = at + 1;
        cells.push(cellStart);
      } else if (byte === lineBreak) {
        return finish(bytes, at + 1, at);
      }
    }
    if (!ended) return null;
    broken ||= quoted;
    return finish(bytes, bytes.length, bytes.length);
  }

  return {
    next,
    get quoted() {
      return quoted;
    },
  };
}

/** The byte that ends lines: a line feed, or a return alone as old Macs wrote it. */
export function lineBreakOf(head: Uint8Array): number {
  return !head.includes(LINE_FEED) && head.includes(RETURN) ? RETURN : LINE_FEED;
}
