import { constants, createReadStream, type Stats } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { Failure, SurveyMapping } from '../../types.ts';
import { folderEntries } from './folder-entries.ts';
import { isMappingFile, readMappingBeside } from './survey-mapping.ts';

/** A file that was found, with the mapping that lies beside it. */
export interface FoundFile {
  /** For people: the path below the folder that was named, with `/` between. */
  name: string;
  path: string;
  modifiedAt: Date;
  open(): AsyncIterable<Uint8Array>;
  /** From `answers.mapping.json` beside `answers.csv`; null where there is none. */
  mapping: SurveyMapping | null;
}

interface Place {
  path: string;
  name: string;
  /** Real path of what was named; links must stay below it. */
  root: string;
  /** Whether it was named itself, or met below a folder. */
  named: boolean;
}

/**
 * Finds the files under the paths, folders in the order of their names and all the way down. Of a Maildir only `cur`,
 * `new` and its subfolders are read. Hidden files, mapping files and folders met before are passed over; a missing path,
 * an unreadable file, a link that leaves its folder and a broken mapping come as failures.
 * @param skip passes over a file or folder by its full path.
 */
export async function* walk(
  paths: string[],
  skip: (path: string) => boolean = () => false,
): AsyncGenerator<FoundFile | Failure> {
  for (const path of paths) {
    const full = resolve(path);
    const root = await failing(path, () => realpath(full));
    if (typeof root !== 'string') yield root;
    else yield* visit({ path: full, name: basename(full), root, named: true }, { skip, folders: new Set() });
  }
}

interface Bounds {
  skip: (path: string) => boolean;
  /** Real paths of folders met before, against links that go in circles. */
  folders: Set<string>;
}

async function* visit(place: Place, bounds: Bounds): AsyncGenerator<FoundFile | Failure> {
  const { path, name, root, named } = place;
  if (bounds.skip(path)) return;
  const found = await failing(name, async () => ({ real: await realpath(path), stats: await stat(path) }));
  if ('reason' in found) {
    yield found;
  } else if (found.real !== root && !found.real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    yield { source: name, reason: 'The link leads out of the folder and was not followed.' };
  } else if (found.stats.isDirectory()) {
    if (bounds.folders.has(found.real)) return;
    bounds.folders.add(found.real);
    yield* visitFolder(place, bounds);
  } else if (!found.stats.isFile()) {
    yield { source: name, reason: 'It is neither a file nor a folder, but a device, a pipe or a socket.' };
  } else if (named || !isMappingFile(path)) {
    yield await failing(name, () => foundFile(place, found.stats));
  }
}

async function* visitFolder({ path, name, root, named }: Place, bounds: Bounds): AsyncGenerator<FoundFile | Failure> {
  const entries = await failing(name, () => folderEntries(path));
  if ('reason' in entries) {
    yield entries;
    return;
  }
  for (const entry of entries) {
    yield* visit({ path: join(path, entry), name: named ? entry : `${name}/${entry}`, root, named: false }, bounds);
  }
}

async function foundFile({ path, name }: Place, { mtime }: Stats): Promise<FoundFile> {
  await access(path, constants.R_OK);
  const mapping = await readMappingBeside(path);
  return { name, path, modifiedAt: mtime, open: () => createReadStream(path), mapping };
}

const reasons: Record<string, string> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'Earshot may not read it: the file system refuses.',
  EPERM: 'Earshot may not read it: the file system refuses.',
  ELOOP: 'The link goes in a circle.',
};

/** Does the work, or says why the file system would not. */
async function failing<Result>(source: string, work: () => Promise<Result>): Promise<Result | Failure> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    return { source, reason: reasons[code] ?? error.message };
  }
}
