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
  return {
    log: pino(
      { level: config.logLevel, serializers: { err: describeError } },
      destination({ dest: file ?? 2, sync: false }),
    ),
    file,
  };
}

/** Errors of a database carry rows and values in further fields, and those may be a customer's words. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
