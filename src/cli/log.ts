import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/**
 * Where the log goes: to standard error for a supervisor that collects it, and to `earshot.log` in the data directory
 * when a person sits at the terminal and wants to read words instead.
 */
export function openLog(config: Config): { log: Logger; file: string | null } {
  const file = process.stderr.isTTY ? join(config.dataDir, 'earshot.log') : null;
  if (file) mkdirSync(config.dataDir, { recursive: true });
  return { log: pino({ level: config.logLevel }, destination({ dest: file ?? 2, sync: false })), file };
}
