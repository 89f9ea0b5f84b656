import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/text/tokenize.ts';

describe('createTokenizer', () => {
  const tokenize = createTokenizer();

  it('reads English and Chinese', () => {
    expect(tokenize('My bill is wrong.', 'en')).toHaveLength(1);
    expect(tokenize('账单错了。客服很差。', 'zh')).toHaveLength(2);
  });

  it('gives null for a language that it has no model of', () => {
    for (const language of ['de', 'und', '', 'constructor']) expect(tokenize('Guten Tag', language)).toBeNull();
  });
});
