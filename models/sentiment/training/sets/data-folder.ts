import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../src/config.ts';

/**
 * Where the open sets lie that training and evaluation read; they do not ship.
 * @throws Error that says where they should be.
 */
export function dataFolder(): string {
  const folder = join(packageRoot, '../shared/data');
  const found = existsSync(folder) ? folder : join(packageRoot, '../../shared/data');
  if (!existsSync(found)) throw new Error(`The sets to train on are not there: ${folder} should hold them.`);
  return found;
}
