import { describe, expect, it } from 'vitest';
import { checkPassword, checkUser } from '../../src/people/check-user.ts';

describe('what is typed of a user', () => {
  it('is taken without the blanks around it', () => {
    const given = { name: '  Jo Bloggs ', email: ' Jo@Example.com ', role: 'lead' };
    expect(checkUser(given)).toEqual({ name: 'Jo Bloggs', email: 'Jo@Example.com', role: 'lead' });
  });

  it.each([
    [{ name: ' ', email: 'jo@example.com', role: 'lead' }, '"name" should be'],
    [{ name: 'Jo', email: 'jo at example', role: 'lead' }, '"email" is "jo at example"; it should look like'],
    [{ name: 'Jo', email: 'jo@example.com', role: 'boss' }, '"role" is "boss"; it should be one of analyst, lead,'],
  ])('is refused with the field and what would be right: %j', (given, message) => {
    expect(() => checkUser(given)).toThrow(message);
  });
});

describe('a password', () => {
  it.each([
    ['short', 'has 5 characters; it needs at least 10'],
    ['aaaaaaaaaaaaaaa', 'one character again and again'],
    ['JO.BLOGGS@example.com', 'is the email address'],
    ['x'.repeat(300), 'longer than 200'],
  ])('that is easy to guess is refused: %s', (password, message) => {
    expect(() => checkPassword(password, 'jo.bloggs@example.com')).toThrow(message);
  });

  it('of four words is fine', () => {
    expect(() => checkPassword('correct horse battery staple', 'jo@example.com')).not.toThrow();
  });
});
