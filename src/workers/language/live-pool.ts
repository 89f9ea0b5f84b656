import type { Context } from '../../context.ts';
import type { Models } from '../../models.ts';
import type { LanguagePool } from './pool.ts';

/**
 * A language pool that begins anew once people have added to the vocabulary, here or in another process; texts under way
 * finish with the models that they began with.
 */
export async function openLivePool(
  context: Pick<Context, 'models' | 'reloadVocabulary'>,
  open: (models: Models) => Promise<LanguagePool>,
): Promise<LanguagePool> {
  let current = { models: context.models, pool: await open(context.models), users: 0 };
  let turning: Promise<void> = Promise.resolve();

  const turn = async (): Promise<void> => {
    await context.reloadVocabulary();
    if (context.models === current.models) return;
    const old = current;
    current = { models: context.models, pool: await open(context.models), users: 0 };
    retire(old);
  };
  const retire = (old: typeof current): void => {
    if (old.users === 0) void old.pool.close();
    else setTimeout(() => retire(old), 200).unref();
  };
  const use = async <Answer>(work: (pool: LanguagePool) => Promise<Answer>): Promise<Answer> => {
    turning = turning.then(turn, turn);
    await turning;
    const mine = current;
    mine.users += 1;
    try {
      return await work(mine.pool);
    } finally {
      mine.users -= 1;
    }
  };
  return {
    get threads() {
      return current.pool.threads;
    },
    understand: (raws) => use((pool) => pool.understand(raws)),
    analyse: (documents) => use((pool) => pool.analyse(documents)),
    close: () => current.pool.close(),
  };
}
