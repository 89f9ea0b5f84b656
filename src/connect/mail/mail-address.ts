/** Plain addresses only: no quoted parts, comments or lists, so that one address can never become two. */
const plain = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}-]+$/iu;

/** Whether this is one plain mail address, such as `ann@example.org`. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && plain.test(text);
}

export interface Sender {
  name: string | null;
  address: string;
}

/** Reads `Earshot <earshot@example.org>` or a bare address. @throws Error naming the setting where it is neither. */
export function readSender(written: string): Sender {
  const [, name, bracketed] = /^\s*"?([^"<>\r\n]*?)"?\s*<([^<>]+)>\s*$/.exec(written) ?? [];
  const address = bracketed ?? written.trim();
  if (isMailAddress(address)) return { name: name || null, address };
  throw new Error(
    `EARSHOT_MAIL_FROM is "${written}"; it should be a mail address such as earshot@example.org or Earshot <earshot@example.org>.`,
  );
}
