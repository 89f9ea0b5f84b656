import { describe, expect, it } from 'vitest';
import { maskText } from '../../../src/api/personal/mask-text.ts';
import { createRandom } from '../../../src/stats/random.ts';

describe('personal data in a text', () => {
  it.each([
    ['Write to jo.bloggs+x@mail.example.co.uk.', 'Write to ••.••••••+•@••••.•••••••.••.••.'],
    ['Ring +44 20 7946 0958 now', 'Ring +•• •• •••• •••• now'],
    ['on (020) 7946-0958,', 'on (•••) ••••-••••,'],
    ['0161 496 0000', '•••• ••• ••••'],
    ['电话13812345678，谢谢', '电话•••••••••••，谢谢'],
    ['card 4111 1111 1111 1111 expired', 'card •••• •••• •••• •••• expired'],
    ['card 4111-1111-1111-1111', 'card ••••-••••-••••-••••'],
    ['amex 378282246310005', 'amex •••••••••••••••'],
    ['two: a@b.io, c@d.io', 'two: •@•.••, •@•.••'],
  ])('is hidden: %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    'It cost 1,234,567.89 in 2025.',
    'On 2025-03-01 12:30 and 01/03/2025.',
    '2025-02-10T12:00:00.000Z',
    'Order 12345678 of 3 items',
    'Parcel 4111 1111 1111 1112 is lost',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'meet @ noon, or @home',
    'v1.2.3 of 10.0.0.1',
  ])('is not seen where there is none: %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('is hidden sign for sign, so that offsets still hold, and hiding twice changes nothing', () => {
    const random = createRandom(6);
    const signs = ['a', 'é', '客', '😀', '@', '.', ' ', '+', '0', '1', '4', '7', '-', '(', ')', '\n', '𝐀'];
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: random.below(60) }, () => signs[random.below(signs.length)]).join('');
      const masked = maskText(text);
      expect(masked.length).toBe(text.length);
      expect(maskText(masked)).toBe(masked);
    }
  });

  it('is looked for in a time that grows with the text and no faster', () => {
    const started = performance.now();
    for (const sign of ['a', '1', 'a.', '1 ', '@', 'a@', '(', '+1']) maskText(sign.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
