import { describe, expect, it } from 'vitest';
import { parseCue } from '../../../src/classify/cues/parse-cue.ts';

/** The patterns of a cue in short: `word`, `~stem`, `prefix*`, `TAG`, `?` for optional, `…` for a gap before. */
function patterns(source: string): string[] {
  const cue = parseCue(source);
  if (cue.kind === 'han') {
    return [cue.parts.map(({ alternatives, gap }) => (gap ? '…' : '') + alternatives.join('|')).join(' ')];
  }
  return cue.patterns.map((places) =>
    places
      .map(({ tests, optional, gap }) => {
        const written = tests.map(
          ({ kind, value }) => `${kind === 'stem' ? '~' : ''}${value}${kind === 'prefix' ? '*' : ''}`,
        );
        return (gap ? '…' : '') + written.join('|') + (optional ? '?' : '');
      })
      .join(' '),
  );
}

describe('parseCue', () => {
  it.each([
    ['charged twice', ['charged twice']],
    ['~charging', ['~charg']],
    ['bill|invoice|~charge', ['bill|invoice|~charg']],
    ['refund*', ['refund*']],
    ['is|are a an? absolute', ['is|are a an? absolute']],
    ['~charge ... twice', ['~charg …twice']],
    ['ADJ signal', ['ADJ signal']],
    ['~switch to PROPN', ['~switch to PROPN']],
    ['complaint ... ?', ['complaint …?']],
    ['helpful and|, kind', ['helpful and|, kind']],
    // One spelling for all that customers write.
    ["can't log in", ['can not log in']],
    ["n't|not happy", ['not|not happy']],
    ['wi-fi', ['wi fi']],
    ['rip -? off', ['rip off']],
    ['5g', ['5 g']],
    ["customer's", ['customer']],
    // Alternatives of several words.
    ["can't|refuse log in", ['can not log in', 'refuse log in']],
    ['~top-up ... ~fail', ['top ~up …~fail']],
  ])('reads "%s"', (source, expected) => {
    expect(patterns(source).sort()).toEqual(expected.sort());
  });

  it.each([
    ['信号差', '信号差'],
    ['信号...差', '信号 …差'],
    ['信号 ... 很差|太差', '信号 …很差|太差'],
    ['wifi 太慢', 'wifi 太慢'],
    ['APP闪退', 'app闪退'],
  ])('reads the Chinese cue %s', (source, expected) => {
    expect(patterns(source)).toEqual([expected]);
  });

  it.each([
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['... twice', 'begins or ends with a gap'],
    ['~charge ...', 'begins or ends with a gap'],
    ['~charge ... ... twice', 'two gaps side by side'],
    ['~charge...twice', 'write a gap with a space on each side'],
    ['a ... b ... c ... d ... e ... f', 'over 4 gaps'],
    ['bill||invoice', 'nothing on one side of "|"'],
    ['bill|', 'nothing on one side of "|"'],
    ['Bill', 'written in lower case'],
    ['NOUNS', 'capitals are parts of speech'],
    ['~refund*', 'not both'],
    ['~', 'without a word'],
    ['*', 'without a word'],
    ['re*fund', 'no other such mark'],
    ['(bill)', 'no other such mark'],
    ['ADJ NOUN', 'no word that must be there'],
    ['the? bill?', 'no word that must be there'],
    ['-', 'no word that must be there'],
    ['~信号', 'Chinese cues are the characters as they stand'],
    ['...信号', 'begins or ends with a gap'],
    ['信号|', 'nothing on one side'],
  ])('refuses "%s" and says why', (source, message) => {
    expect(() => parseCue(source)).toThrow(message);
  });

  it('refuses alternatives that multiply beyond reason', () => {
    const item = 'a-b|c-d|e-f';
    expect(() => parseCue(Array(5).fill(item).join(' '))).toThrow('write it as two or more cues');
  });
});
