import { constants } from 'node:fs';
import { copyFile, link, mkdir, stat, unlink } from 'node:fs/promises';
import { dirname, join, parse, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../types.ts';
import { type FoundFile, walk } from './walk.ts';

/** Folder below the inbox for files that were read. */
export const readFolder = 'read';

export interface InboxTiming {
  /** A file is taken once its size and time have not changed for this long. */
  stableMs: number;
  pollMs: number;
  /** A file that could not be taken is tried again after this, or as soon as it changes. */
  retryMs: number;
}

const usual: InboxTiming = { stableMs: 2000, pollMs: 500, retryMs: 60_000 };

/** What is known of a file that lies in the inbox. */
interface Sighting {
  size: number;
  modifiedMs: number;
  since: number;
  /** When a try failed; 0 before the first. */
  failedAt: number;
}

/**
 * Watches a folder until the signal. A file that has come to rest is given to `onFile`, one at a time, and moved to
 * `read/` once that resolves; its name gets a number there if it is taken. A file for which it rejects stays. Mapping
 * files stay too, for the next export of that name. The folder is polled: watching misses files on network drives.
 * @param onFailure is told once of each file that cannot be taken, until it changes.
 */
export async function watchInbox(
  folder: string,
  onFile: (file: FoundFile) => Promise<void>,
  signal: AbortSignal,
  { onFailure = () => {}, timing = usual }: { onFailure?: (failure: Failure) => void; timing?: InboxTiming } = {},
): Promise<void> {
  const done = resolve(folder, readFolder);
  await mkdir(done, { recursive: true });
  const watch = { sightings: new Map<string, Sighting>(), onFile, onFailure, timing };
  while (!signal.aborted) {
    const present = new Set<string>();
    for await (const found of walk([folder], (path) => path === done)) {
      if (signal.aborted) return;
      const name = 'reason' in found ? found.source : found.name;
      present.add(name);
      await consider(folder, name, found, watch);
    }
    for (const name of watch.sightings.keys()) if (!present.has(name)) watch.sightings.delete(name);
    await pause(timing.pollMs, undefined, { signal }).catch(() => {});
  }
}

interface Watch {
  sightings: Map<string, Sighting>;
  onFile: (file: FoundFile) => Promise<void>;
  onFailure: (failure: Failure) => void;
  timing: InboxTiming;
}

async function consider(folder: string, name: string, found: FoundFile | Failure, watch: Watch): Promise<void> {
  const { sightings, onFile, onFailure, timing } = watch;
  const now = Date.now();
  const sighting = await sight(join(folder, name), sightings.get(name), now);
  if (!sighting) return;
  sightings.set(name, sighting);
  const tried = sighting.failedAt > 0 && now - sighting.failedAt < timing.retryMs;
  if (now - sighting.since < timing.stableMs || tried) return;
  if ('reason' in found) {
    if (sighting.failedAt === 0) onFailure(found);
    sighting.failedAt = now;
    return;
  }
  try {
    await onFile(found);
    await moveToRead(resolve(folder), found.path);
    sightings.delete(name);
  } catch (error) {
    if (sighting.failedAt === 0)
      onFailure({ source: name, reason: error instanceof Error ? error.message : String(error) });
    sighting.failedAt = Date.now();
  }
}

/** The sighting as it is now: new where the file has changed; null where it is gone. */
async function sight(path: string, before: Sighting | undefined, now: number): Promise<Sighting | null> {
  const stats = await stat(path).catch(() => null);
  if (!stats) return null;
  if (before && before.size === stats.size && before.modifiedMs === stats.mtimeMs) return before;
  return { size: stats.size, modifiedMs: stats.mtimeMs, since: now, failedAt: 0 };
}

/** Moves a file into `read/`, under a name that nothing there has. */
async function moveToRead(folder: string, path: string): Promise<void> {
  const target = join(folder, readFolder, relative(folder, path));
  await mkdir(dirname(target), { recursive: true });
  await moveWithoutOverwriting(path, target);
}

async function moveWithoutOverwriting(from: string, to: string): Promise<void> {
  const { dir, name, ext } = parse(to);
  for (let number = 1; ; number++) {
    const target = number === 1 ? to : join(dir, `${name} (${number})${ext}`);
    try {
      await place(from, target);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue;
      throw error;
    }
    await unlink(from);
    return;
  }
}

/** Both ways fail with EEXIST rather than overwrite; not every file system has hard links. */
async function place(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
