import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { compiledUrl } from '../src/compiled.ts';
import { packageRoot } from '../src/config.ts';

it('finds the compiled twin of a module beside a source, and a neighbour of a compiled caller', () => {
  const source = pathToFileURL(join(packageRoot, 'src/store/pglite.ts')).href;
  const compiled = join(packageRoot, 'dist/src/store/pglite-thread.js');
  expect(fileURLToPath(compiledUrl('./pglite-thread.js', source))).toBe(compiled);
  expect(existsSync(compiled)).toBe(true);
  expect(compiledUrl('./pglite-thread.js', pathToFileURL(compiled).href).href).toBe(pathToFileURL(compiled).href);
});

it('says how to build when the module is not compiled', () => {
  expect(() => compiledUrl('./none.js', import.meta.url)).toThrow('npm run build');
});
