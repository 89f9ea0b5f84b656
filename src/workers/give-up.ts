import type { Context } from '../context.ts';
import { closeRawTexts } from '../store/intake/close-raw-texts.ts';

/**
 * Postgres' classes of error that lie in what is stored: wrong data, broken constraints, limits of a row (Postgres manual,
 * appendix A). All others lie in the surroundings, such as a full disk or a cut connection: those pass, and texts wait.
 */
const faultsOfData = /^(?:21|22|23|54)/;

/** Whether an error is a text's own, so that no further attempt would mend it. */
function isFaultOfText(error: unknown): error is Error {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[0-9A-Z]{5}$/.test(code) && faultsOfData.test(code);
}

/**
 * What becomes of a job whose last attempt failed: texts that failed together are tried one by one, and one that fails by
 * itself is kept aside with the reason, so that no text holds up others and none is tried for ever.
 * @throws the error, where the surroundings are at fault: then the texts wait on, and the sweep queues them again.
 */
export async function giveUpIntake(
  { database, queue, log, now }: Pick<Context, 'database' | 'queue' | 'log' | 'now'>,
  rawIds: string[],
  error: unknown,
): Promise<void> {
  if (!isFaultOfText(error)) throw error;
  const [rawId] = rawIds;
  if (rawIds.length > 1) {
    log.warn({ rawIds }, 'texts that failed together are tried one by one');
    await queue.add(rawIds.map((id) => ({ name: 'intake', data: { rawIds: [id] }, options: { attempts: 2 } })));
  } else if (rawId !== undefined) {
    log.warn({ rawId }, 'kept a text aside that could not be worked on');
    const reason = `It could not be analysed or stored: ${error.message}`;
    await closeRawTexts(database, [{ id: rawId, state: 'failed', reason }], now());
  }
}
