import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config.ts';

/** Writes some fields of a model's card, the others left as they are. */
export function updateCard(language: 'en' | 'zh', fields: Record<string, unknown>): void {
  const path = join(packageRoot, 'models/sentiment', language, 'card.json');
  const card: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, `${JSON.stringify({ ...(card as object), ...fields }, null, 2)}\n`);
}
