import { describe, expect, it } from 'vitest';
import { formatLean, mostLean, parseLean, readLean } from '../../../src/classify/sentiment/lean.ts';

const weights = parseLean('gram\tweight\n#\t-10\nstill waiting\t-100\nwaiting\t-50\nnot\t-80\n*\t20\n');

describe('readLean', () => {
  it('adds the weights of words and of neighbours, divided by the root of the length, to the common level', () => {
    expect(readLean(['still', 'waiting', '12'], weights)).toBe(-mostLean);
    expect(readLean(['12', 'a', 'b'], weights)).toBeCloseTo(-0.1 / 2 + 0.2);
  });

  it('reads every way to say no alike', () => {
    expect(readLean(["n't", 'x', 'y'], weights)).toBe(readLean(['not', 'x', 'y'], weights));
  });

  it('leans nowhere where it knows no word, and never far', () => {
    expect(readLean(['unheard', 'of'], weights)).toBe(0);
    expect(readLean([], weights)).toBe(0);
    expect(readLean(['waiting', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting'], weights)).toBe(-mostLean);
  });
});

describe('parseLean', () => {
  it('reads what formatLean writes, sorted and without weights of nothing', () => {
    const text = formatLean(
      new Map([
        ['b c', 0.25],
        ['a', -1.234],
        ['nil', 0.001],
      ]),
    );
    expect(text).toBe('gram\tweight\na\t-123\nb c\t25\n');
    expect(readLean(['b', 'c'], parseLean(text))).toBeCloseTo(0.25 / Math.sqrt(3));
  });

  it('names the line that cannot be read', () => {
    expect(() => parseLean('word weight')).toThrow('these begin with "word weight"');
    expect(() => parseLean('gram\tweight\ngood\tmuch\n')).toThrow('Line 2 of the trained weights is "good\tmuch"');
  });
});
