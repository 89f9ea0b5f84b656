import { describe, expect, it } from 'vitest';
import { storableJson, storableText } from '../../src/store/storable.ts';

describe('storableText', () => {
  it('replaces NUL and halves of surrogate pairs one for one, and nothing else', () => {
    expect(storableText('a\0b\ud83dc\ude00d😀客\u0001')).toBe('a\ufffdb\ufffdc\ufffdd😀客\u0001');
  });
});

describe('storableJson', () => {
  it('replaces the same characters in strings and keys', () => {
    expect(JSON.parse(storableJson({ 'k\0': ['\ud800', '😀', '\n'] }))).toEqual({ 'k\ufffd': ['\ufffd', '😀', '\n'] });
  });

  it('leaves alone text that only looks like an escape', () => {
    const value = { path: 'C:\\u0000', twice: '\\\\u0000', mixed: '\\\0' };
    expect(JSON.parse(storableJson(value))).toEqual({ ...value, mixed: '\\\ufffd' });
  });
});
