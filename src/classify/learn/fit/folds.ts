import { createRandom } from '../../../stats/random.ts';

/**
 * Deals rows into folds so that each fold has its share of every group (stratified): shuffled, then dealt round within each
 * group, each group going on where the last one stopped.
 * @param groups what to stratify by: a row's label, or its set of labels.
 * @returns each row's fold, from 0.
 */
export function dealFolds(groups: string[], folds: number, seed: number): Uint8Array {
  const order = createRandom(seed).shuffle(Array.from(groups, (_, row) => row));
  const members = new Map<string, number[]>();
  for (const row of order) {
    const group = members.get(groups[row]!);
    if (group) group.push(row);
    else members.set(groups[row]!, [row]);
  }
  const dealt = new Uint8Array(groups.length);
  let next = 0;
  for (const group of members.values()) {
    for (const row of group) {
      dealt[row] = next % folds;
      next += 1;
    }
  }
  return dealt;
}
