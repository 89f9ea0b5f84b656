import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageRoot } from './config.ts';

/**
 * The URL of a compiled module beside the calling one, for what Node must load by itself: the entry of a thread. From
 * a `.ts` source, as under the test runner, that is its twin under `dist/`.
 * @param name of the module without extension, relative to the caller: `pglite-thread`.
 * @throws Error that says how to build when the program is not compiled.
 */
export function compiledUrl(name: string, importMetaUrl: string): URL {
  const compiled = importMetaUrl.endsWith('.ts')
    ? new URL(
        `${name}.js`,
        pathToFileURL(join(packageRoot, 'dist', relative(packageRoot, fileURLToPath(importMetaUrl)))),
      )
    : new URL(`${name}.js`, importMetaUrl);
  if (!existsSync(compiled)) {
    throw new Error(`${fileURLToPath(compiled)} does not exist; "npm run build" makes it.`);
  }
  return compiled;
}
