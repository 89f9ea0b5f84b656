import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageRoot } from './config.ts';

/**
 * The URL of a compiled module, for what Node must load by itself: the entry of a thread. Called from a `.ts` source, as
 * under the test runner, it gives the module's twin under `dist/`.
 * @param path of the compiled module relative to the caller: `./pglite-thread.js`.
 * @throws Error that says how to build when the program is not compiled.
 */
export function compiledUrl(path: string, importMetaUrl: string): URL {
  const caller = fileURLToPath(importMetaUrl);
  const compiled = caller.endsWith('.ts') ? join(packageRoot, 'dist', relative(packageRoot, caller)) : caller;
  const url = new URL(path, pathToFileURL(compiled));
  if (!existsSync(url)) throw new Error(`${fileURLToPath(url)} does not exist; "npm run build" makes it.`);
  return url;
}
