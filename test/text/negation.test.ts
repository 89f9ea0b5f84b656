import { describe, expect, it } from 'vitest';
import { createEnglishTokenizer } from '../../src/text/english.ts';

const tokenize = createEnglishTokenizer();
const negated = (text: string) =>
  tokenize(text)
    .flatMap(({ tokens }) => tokens)
    .filter((token) => token.negated)
    .map((token) => token.lower)
    .join(' ');

describe('the scope of an English negation', () => {
  it.each([
    // Up to the end of the clause.
    ['There is no signal in my house, and the bill is wrong.', 'signal in my house'],
    ['The app does not work and is slow', 'work'],
    ['I do not understand why I was charged twice', 'understand'],
    ['I am not happy but I will stay', 'happy'],
    ['I did not know that you charge for this', 'know'],
    ['It is not good or fast', 'good or fast'],
    ['I do not like it because it is slow', 'like it'],
    ['I was not told until yesterday', 'told'],
    ["I don't think the service is good", 'think the service is good'],
    ['I do not think you charged me', 'think you charged me'],
    ['I did not call you I wrote to you', 'call you'],
    ['It is not, of course, a bargain', 'of course a bargain'],
    // Words that negate.
    ['nobody answers', 'answers'],
    ['nothing works', 'works'],
    ['without any delay', 'any delay'],
    ['hardly any signal', 'any signal'],
    ['I dont want it', 'want it'],
    ['it hasnt arrived', 'arrived'],
    ['they failed to deliver', 'to deliver'],
    ['zero problems', 'problems'],
    // Words that only look like it.
    ['not only was the bill wrong', ''],
    ['not just the bill', ''],
    ['No, I was charged twice', ''],
    ['No I am leaving', ''],
    ['no doubt the bill is wrong', ''],
    ['not to mention the fees', ''],
    ['nothing but trouble', ''],
    ['whether or not it works', ''],
    ["It works, doesn't it?", ''],
    ["I couldn't be happier", ''],
    ['the payment failed today', ''],
    // Two that cancel out.
    ['do not hesitate to call', 'hesitate'],
    ["it won't stop crashing", 'stop'],
  ])('in "%s" is "%s"', (text, expected) => {
    expect(negated(text)).toBe(expected);
  });

  it('ends after fifteen words where nothing else ends it', () => {
    const far = Array.from({ length: 40 }, () => 'blue').join(' ');
    expect(negated(`not ${far}`).split(' ')).toHaveLength(15);
  });
});
