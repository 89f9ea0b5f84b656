import { customerAddress, type ToldFacts } from './case-facts.ts';

/** Local parts of addresses behind which nobody reads (RFC 2142 and customs). */
const nobody =
  /^(?:mailer-daemon|postmaster|(?:no|do[._-]?not|never)[._-]?reply|bounces?|notifications?|autoreply|auto-confirm|listserv|majordomo)(?:[._+-]|@)/i;

/**
 * Why a machine must not write back; null where it may. What a machine or a list sent is never answered, so that no two
 * machines can keep each other talking (RFC 3834, 2).
 * @param own the address that we write from.
 */
export function whyNoAnswer(
  told: Pick<ToldFacts, 'attributes' | 'customerId' | 'channel' | 'receivedAt'>,
  { own, freshHours, now }: { own: string | null; freshHours: number; now: Date },
): string | null {
  const address = customerAddress(told);
  if (told.channel !== 'email') return 'It did not come by mail.';
  if (told.attributes.automatic === 'yes') return 'A machine sent it.';
  if (told.attributes['mass mail'] === 'yes') return 'It came by a mailing list, or as mass mail.';
  if (address === null) return 'No mail address of the customer is known.';
  if (nobody.test(address)) return 'Nobody reads at the address that it came from.';
  if (own !== null && address.toLowerCase() === own.toLowerCase()) return 'It came from our own address.';
  if (now.getTime() - told.receivedAt.getTime() > freshHours * 3_600_000) return 'It was received too long ago.';
  return null;
}
