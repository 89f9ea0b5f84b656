import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Names to read in a folder, sorted, without hidden ones. A folder with `cur` and `new` in it is a Maildir, whose other
 * files are no mails; Maildir++ keeps its subfolders there, with a dot before each name.
 */
export async function folderEntries(path: string): Promise<string[]> {
  const names = (await readdir(path)).sort();
  if (!names.includes('cur') || !names.includes('new')) return names.filter((name) => !name.startsWith('.'));
  const subfolders: string[] = [];
  for (const name of names) {
    if (/^\.[^.]/.test(name) && (await isFolder(join(path, name, 'cur')))) subfolders.push(name);
  }
  return ['cur', 'new', ...subfolders];
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}
