/** Reads `key: value`, as transcripts tell about their call in `NOTE` and `#` lines; null for a plain remark. */
export function detailLine(line: string): [string, string] | null {
  const match = /^\s*([\p{L}][\p{L}\p{N} _-]{0,39}?)\s*[:=：]\s*(\S.*)$/u.exec(line.slice(0, 400));
  return match ? [match[1]!, match[2]!] : null;
}
