import { countStale } from '../../store/analyses/count-stale.ts';
import type { Queryable } from '../../store/database.ts';

/** That a night was refused because two versions have analysed the texts that it would count. */
export class MixedVersions extends Error {
  constructor(stale: number) {
    super(
      `${stale === 1 ? '1 text is' : `${stale} texts are`} still analysed by an older version of the vocabulary or a model, ` +
        'and a night over two versions would take their difference for a change in what customers say. ' +
        'Run "earshot reanalyse", then again.',
    );
  }
}

/** @throws MixedVersions where texts are analysed by other versions than the present ones. */
export async function refuseMixture(db: Queryable, versions: Record<string, string>): Promise<void> {
  const stale = await countStale(db, versions);
  if (stale > 0) throw new MixedVersions(stale);
}
