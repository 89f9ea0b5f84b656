import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the surroundings say. The only reader of `process.env` is `readConfig`. */
export interface Config {
  /** Folder of the embedded database, the inbox and the lock file. */
  dataDir: string;
  /** Postgres to use in place of the embedded database; null for embedded. */
  databaseUrl: string | null;
  /** Redis for the queue; null for a queue on the database. */
  redisUrl: string | null;
  host: string;
  port: number;
  /** Folder under `models/taxonomies/`; null for the one that `pipelines/intake.ts` names. */
  taxonomy: string | null;
  logLevel: string;
  /** What others than this machine must show to read `/metrics`; null to tell them to nobody else. */
  metricsToken: string | null;
  /** Where `earshot work` answers `/healthz`, `/readyz` and `/metrics`; null for nowhere. */
  metricsPort: number | null;
  /** Where mail is handed over: `smtp://user:password@host:587`; null to send none. */
  smtpUrl: string | null;
  /** Who sends: `Earshot <earshot@example.org>`; null to send none. */
  mailFrom: string | null;
  /** Keys and passwords of the destinations of `pipelines/delivery.ts`: what stands in `EARSHOT_SECRET_<name>`, by name. */
  secrets: Readonly<Record<string, string>>;
  /** Where people reach the pages, for links in mails: `https://earshot.example.org`. */
  pagesUrl: string;
}

/** The folder that holds package.json, models/ and the compiled program, wherever the program was started from. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Earshot cannot find its own package.json above its program files.');
  return findRoot(parent);
}

/**
 * Reads the settings from environment variables.
 * @throws Error that names the variable, its value and what would be right.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    dataDir: resolve(env.EARSHOT_DATA_DIR || './data'),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user@127.0.0.1:5432/earshot'),
    redisUrl: readUrl(env, 'REDIS_URL', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379'),
    host: env.EARSHOT_HOST || '127.0.0.1',
    port: readPort('EARSHOT_PORT', env.EARSHOT_PORT) ?? 4310,
    taxonomy: env.EARSHOT_TAXONOMY || null,
    logLevel: env.EARSHOT_LOG_LEVEL || 'info',
    metricsToken: env.EARSHOT_METRICS_TOKEN || null,
    metricsPort: readPort('EARSHOT_METRICS_PORT', env.EARSHOT_METRICS_PORT),
    smtpUrl: readUrl(env, 'EARSHOT_SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587'),
    mailFrom: env.EARSHOT_MAIL_FROM || null,
    secrets: readSecrets(env),
    pagesUrl: readPagesUrl(env),
  };
}

const secretPrefix = 'EARSHOT_SECRET_';

function readSecrets(env: NodeJS.ProcessEnv): Record<string, string> {
  const named = Object.entries(env).filter(([name, value]) => name.startsWith(secretPrefix) && value);
  return Object.fromEntries(named.map(([name, value = '']) => [name.slice(secretPrefix.length), value]));
}

function readPagesUrl(env: NodeJS.ProcessEnv): string {
  const written = readUrl(env, 'EARSHOT_URL', ['http:', 'https:'], 'https://earshot.example.org');
  const { EARSHOT_HOST: host = '127.0.0.1', EARSHOT_PORT: port = '4310' } = env;
  return (written ?? `http://${host}:${port}`).replace(/\/+$/, '');
}

function readUrl(env: NodeJS.ProcessEnv, name: string, protocols: string[], example: string): string | null {
  const value = env[name];
  if (!value) return null;
  // The value may hold a password, so the message does not repeat it.
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new Error(`${name} is not a URL that Earshot can use; it should look like ${example}.`);
  }
  return value;
}

function readPort(name: string, value: string | undefined): number | null {
  if (!value) return null;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${name} is "${value}"; it should be a whole number from 0 to 65535, such as 4310.`);
  }
  return port;
}
