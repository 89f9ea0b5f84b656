import { postgresAnswers } from './engines.ts';
import { redisAnswers } from './redis.ts';

/** Says before the tests which engines they run on, so that a pass means what it seems to mean. */
export default function sayEngines(): void {
  const said = (answers: boolean): string => (answers ? 'yes' : 'no: it does not answer, so its tests are skipped');
  process.stdout.write(`Engines: PGlite yes; Postgres ${said(postgresAnswers)}; Redis ${said(redisAnswers)}.\n`);
}
