import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processStart } from './process-start.ts';

/** What the lock file of a data directory says of the process that holds it. */
interface Holder {
  id: string;
  pid: number;
  host: string;
  /** Tells the process from a later one with the same pid; null where the system does not say. */
  processStart: string | null;
  startedAt: string;
  /** Where the server listens, and the secret by which commands talk to it; null until it listens. */
  url: string | null;
  token: string | null;
}

/** A server that runs on a data directory, for commands that talk to it. */
export interface RunningServer {
  pid: number;
  url: string;
  token: string;
  startedAt: Date;
}

/** The data directory, held for this process alone. */
export interface Lock {
  /** Tells commands where the server listens and by which secret they talk to it. */
  announce(server: { url: string; token: string }): Promise<void>;
  release(): Promise<void>;
}

const beatSeconds = 5;
/** Of a holder on another machine, or in another container, nothing is known but how lately it touched the file. */
const silentSeconds = 30;

const pathOf = (dataDir: string): string => join(dataDir, 'earshot.lock');

/**
 * Takes the data directory for this process. A lock that a dead process left behind is taken over.
 * @throws Error that names the process that holds it, and what to do.
 */
export async function takeLock(dataDir: string): Promise<Lock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = pathOf(dataDir);
  const holder: Holder = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    processStart: await processStart(process.pid),
    startedAt: new Date().toISOString(),
    url: null,
    token: null,
  };
  while (!(await create(path, holder))) await clearStale(path, dataDir);
  return hold(path, holder);
}

/** The server that runs on the data directory; null where none does, or where it does not listen yet. */
export async function readLock(dataDir: string): Promise<RunningServer | null> {
  const found = await read(pathOf(dataDir));
  if (!found?.holder?.url || !found.holder.token || !(await isHeld(found))) return null;
  const { pid, url, token, startedAt } = found.holder;
  return { pid, url, token, startedAt: new Date(startedAt) };
}

function hold(path: string, holder: Holder): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    // A file that went away is found out by whoever needs it; a timer has nobody to tell.
    utimes(path, now, now).catch(() => undefined);
  }, beatSeconds * 1000).unref();
  return {
    async announce(server) {
      const draft = `${path}.${holder.id}`;
      await writeFile(draft, JSON.stringify({ ...holder, ...server }), { mode: 0o600 });
      await rename(draft, path);
    },
    async release() {
      clearInterval(beat);
      const found = await read(path);
      if (found?.holder?.id === holder.id) await rm(path, { force: true });
    },
  };
}

/** A link appears whole or not at all, and only where no file is. @returns false where one is. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.id}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves a stale lock out of the way. @throws Error when it is not stale. */
async function clearStale(path: string, dataDir: string): Promise<void> {
  const found = await read(path);
  if (!found) return;
  if (await isHeld(found)) throw heldError(dataDir, path, found.holder);
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // Another starter may have cleared the same stale lock and taken its own between the look and the move.
  const moved = await read(aside);
  if (moved?.holder?.id !== found.holder?.id) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

interface Found {
  /** Null where the file is damaged. */
  holder: Holder | null;
  touchedAt: Date;
}

async function read(path: string): Promise<Found | null> {
  try {
    const text = await readFile(path, 'utf8');
    const { mtime } = await stat(path);
    return { holder: parse(text), touchedAt: mtime };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value ? (value as Holder) : null;
  } catch {
    return null;
  }
}

async function isHeld({ holder, touchedAt }: Found): Promise<boolean> {
  if (!holder || holder.host !== hostname()) return Date.now() - touchedAt.getTime() < silentSeconds * 1000;
  if (!isAlive(holder.pid)) return false;
  const start = await processStart(holder.pid);
  return start === null || holder.processStart === null || start === holder.processStart;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process, which we may not signal, is alive all the same.
    return codeOf(error) === 'EPERM';
  }
}

function heldError(dataDir: string, path: string, holder: Holder | null): Error {
  if (!holder) return new Error(`${path} was being written a moment ago. Try again in half a minute.`);
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return new Error(
    `Process ${holder.pid}${where} has been using ${dataDir} since ${holder.startedAt}, and only one may. ` +
      'Stop that process, or choose another directory with EARSHOT_DATA_DIR.',
  );
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
