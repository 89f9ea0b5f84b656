// Analyses texts anew until killed or done, a small batch after the other; prints how many are left after each.
// Run as: node reanalyser.js DIRECTORY
import { pino } from 'pino';
import { intake } from '../../dist/pipelines/intake.js';
import { routing } from '../../dist/pipelines/routing.js';
import { packageRoot } from '../../dist/src/config.js';
import { loadModels } from '../../dist/src/models.js';
import { countStale } from '../../dist/src/store/analyses/count-stale.js';
import { openPglite } from '../../dist/src/store/pglite.js';
import { openLanguagePool } from '../../dist/src/workers/language/pool.js';
import { reanalyse } from '../../dist/src/workers/reanalyse.js';

const log = pino({ level: 'silent' });
const models = await loadModels(packageRoot, 'telecoms');
const small = { ...intake, reading: { ...intake.reading, batchTexts: 10 } };
const pool = await openLanguagePool({ models, intake: small, routing: routing.telecoms }, log, 1);
const database = await openPglite(process.argv[2]);
process.stdout.write(`left ${await countStale(database, models.versions)}\n`);
for (;;) {
  const { left } = await reanalyse({ database, models, pipelines: { intake: small }, log }, pool, 0.001);
  process.stdout.write(`left ${left}\n`);
  if (left === 0) break;
}
await pool.close();
await database.close();
