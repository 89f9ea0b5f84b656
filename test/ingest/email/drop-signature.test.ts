import { describe, expect, test } from 'vitest';
import { dropSignature } from '../../../src/ingest/email/drop-signature.ts';

const words = 'My bill is wrong. Please send a new one.';
const own = (text: string, sender: string | null = null) => dropSignature(text, sender);

describe('a signature is left out', () => {
  test.each([
    ['below two dashes', '--\nAnna Berg\nAcme Ltd'],
    ['of a telephone', 'Sent from my iPhone'],
    ['of a telephone in German', 'Von meinem iPhone gesendet'],
    ['of a telephone in Chinese', '发自我的iPhone'],
    ['of a program', 'Get Outlook for Android'],
    ['with a sign-off', 'Kind regards,\nAnna Berg\nHead of Nothing\nTel. +44 20 7946 0000'],
    ['with a blank line after the sign-off', 'Many thanks\n\nAnna'],
    ['in German', 'Mit freundlichen Grüßen\n\nAnna Berg'],
    ['in French', 'Cordialement,\nAnna'],
    ['in Chinese', '此致\n敬礼\n安娜'],
    ['ruled off', '----------------\nAnna Berg\n+44 20 7946 0000'],
    ['without a sign-off', 'Anna Berg\nHead of Nothing\nanna@example.com'],
    ['with a legal notice', 'This e-mail and any attachments are confidential and intended for\nthe addressee only.'],
    ['of all these', 'Regards\nAnna\n\nSent from my iPad\n\nCONFIDENTIALITY NOTICE: This is\na long legal text.'],
  ])('%s', (_, signature) => {
    expect(own(`${words}\n\n${signature}`)).toBe(words);
  });

  test('that is the sender’s name alone', () => {
    expect(own(`${words}\n\nAnna`, 'Anna Berg')).toBe(words);
    expect(own(`${words}\n\nAnna`, 'Tom Hill')).toBe(`${words}\n\nAnna`);
  });
});

describe('what only looks like a signature stays', () => {
  test.each([
    'Thank you for nothing. I want my money back and I want it now.',
    'Many thanks\nfor the kind help of your colleague on Monday, who solved the problem at once.',
    'I was sent from one department to another.',
    'Items missing:\nRouter\nCable',
    'Please answer.\n\nThanks',
  ])('%j', (text) => {
    expect(own(text)).toBe(text);
  });

  test('and so does a mail that is nothing else', () => {
    expect(own('Best regards\nAnna')).toBe('Best regards\nAnna');
    expect(own('--\nAnna')).toBe('--\nAnna');
  });

  test('and so does a sign-off far above the end', () => {
    const long = `Thanks,\n${'I have more to say about this.\n'.repeat(30)}`.trim();
    expect(own(long)).toBe(long);
  });
});
