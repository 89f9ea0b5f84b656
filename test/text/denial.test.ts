import { describe, expect, it } from 'vitest';
import { isDenied } from '../../src/text/denial.ts';
import { createEnglishTokenizer } from '../../src/text/english.ts';

const tokenize = createEnglishTokenizer();

const feelings: Record<string, number> = { good: 0.5, comfortable: 0.5, slow: -0.5, crash: -0.5, scam: -0.5 };
const feelingOf = ({ lower }: { lower: string }) => feelings[lower] ?? 0;

function denies(text: string, word: string, literally = false): boolean {
  const tokens = tokenize(text).flatMap((sentence) => sentence.tokens);
  const index = tokens.findIndex((token) => token.lower === word);
  if (index < 0) throw new Error(`"${word}" is no word of "${text}"`);
  return isDenied(tokens, index, { isOwn: () => false, feelingOf: literally ? null : feelingOf });
}

describe('what a sentence denies', () => {
  it.each([
    ['There is no problem with the bill', 'problem'],
    ['There is no problem with the bill', 'bill'],
    ['I do not have a problem with the price', 'price'],
    ['There is nothing wrong with the bill', 'bill'],
    ['I was not charged twice', 'charged'],
    ["I wasn't charged twice this time", 'charged'],
    ["I don't believe I was charged twice", 'charged'],
    ['We were never charged a fee', 'fee'],
    ['You did not overcharge me', 'overcharge'],
    ['I have not been overcharged', 'overcharged'],
    ["don't charge me twice", 'charge'],
    ['I do not want to cancel', 'cancel'],
    ["I won't be leaving", 'leaving'],
    ['I am not leaving you', 'leaving'],
    ['I will not switch', 'switch'],
    ['I am not thinking of leaving', 'leaving'],
    ["I'm not interested in switching", 'switching'],
    ['I have no intention of leaving', 'leaving'],
    ['We have no plans to leave', 'leave'],
    ["I don't need to upgrade", 'upgrade'],
    ['I have no complaints', 'complaints'],
    ["I can't complain", 'complain'],
    ['The app has never crashed', 'crashed'],
    ['It is not a scam', 'scam'],
    ["it's not slow", 'slow'],
    ['It does not crash', 'crash'],
    ['I have not found any problem', 'problem'],
    ['Delivery was not slow or expensive', 'expensive'],
    ['I would not say the service is slow', 'slow'],
    ['we have had no dropped calls', 'dropped'],
    ['We have not had dropped calls', 'dropped'],
    ["I haven't had any price increase", 'increase'],
    ['Zero problems with delivery', 'delivery'],
    ['There was no price increase', 'price'],
    ['no delays this time', 'delays'],
    ['without any roaming charges', 'roaming'],
  ])('"%s" denies "%s"', (text, word) => {
    expect(denies(text, word)).toBe(true);
  });

  it.each([
    // What did not happen is the complaint.
    ['I have not received my refund', 'refund'],
    ['I have not received a refund', 'refund'],
    ['You have not refunded me', 'refunded'],
    ['I have never been refunded', 'refunded'],
    ['nobody refunded me', 'refunded'],
    ['no one answers the phone', 'phone'],
    ['my parcel was never delivered', 'delivered'],
    ['They failed to deliver', 'deliver'],
    ['I refuse to pay the fee', 'fee'],
    ['still no refund', 'refund'],
    ['no refund yet', 'refund'],
    ["I haven't switched yet", 'switched'],
    // What is missing.
    ['no internet since Monday', 'internet'],
    ['we were without internet for a week', 'internet'],
    ['there is not much signal', 'signal'],
    ['hardly any signal', 'signal'],
    ['There was no discount on my bill', 'discount'],
    ['No engineer, hence no installation', 'installation'],
    // What cannot be done.
    ["I can't log in", 'log'],
    ['unable to log in', 'log'],
    ["I can't cancel my service", 'cancel'],
    ['you can not charge me twice', 'charge'],
    ['I should not be charged a fee', 'fee'],
    ["Why don't you answer the phone?", 'phone'],
    ['why was I not refunded', 'refunded'],
    // What is merely spoken of.
    ['It is not comfortable', 'comfortable'],
    ['The wheel does not spin', 'spin'],
    ['Why can I not top up', 'top'],
    ['If I do not have cash can I pay by card', 'card'],
    ['Never resolved the problem', 'problem'],
    ['not happy with the service', 'service'],
    ['not happy with service', 'service'],
    ['This is not good service', 'service'],
    ["I don't think the service is good", 'service'],
    ['I do not want to cancel my service', 'service'],
    ['My bill does not show the discount', 'discount'],
    ['There was no discount on my bill', 'bill'],
    ['I did not get any help with my bill', 'bill'],
    ['no help from service', 'service'],
    ['I was not told about a fee', 'fee'],
    ['I did not ask for an upgrade', 'upgrade'],
    ['it does not include roaming', 'roaming'],
    ['we were not charged for roaming', 'roaming'],
    ['I did not agree to roaming', 'roaming'],
    ['Internet is not working', 'internet'],
    ["can't fault the service", 'service'],
    ["The app won't stop crashing", 'crashing'],
    // What stands in another clause.
    ['I do not understand why I was charged twice', 'charged'],
    ['I was not aware that I would be charged', 'charged'],
    ['I do not know if I was charged', 'charged'],
    ['If you do not refund me I will leave', 'leave'],
    ['The bill is not wrong but the price is', 'price'],
    ['not only was the bill wrong', 'bill'],
    ['No I was charged twice', 'charged'],
  ])('"%s" does not deny "%s"', (text, word) => {
    expect(denies(text, word)).toBe(false);
  });

  it('takes a claim at its word where only that counts', () => {
    expect(denies('It is not comfortable', 'comfortable', true)).toBe(true);
    expect(denies('The wheel does not spin', 'spin', true)).toBe(true);
    expect(denies('no refund', 'refund', true)).toBe(true);
    expect(denies('I have not received my refund', 'refund', true)).toBe(false);
  });

  it('lets a cue that names the negation keep it', () => {
    const tokens = tokenize('no delay at all')[0]!.tokens;
    expect(isDenied(tokens, 1, { isOwn: () => false, feelingOf })).toBe(true);
    expect(isDenied(tokens, 1, { isOwn: (index) => index === 0, feelingOf })).toBe(false);
  });
});
