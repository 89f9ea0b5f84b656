import { mineItemsets } from '../mine/itemsets/mine-itemsets.ts';
import type { ReadTable } from '../mine/itemsets/read-basket-table.ts';

/** Characters gathered before they are written. */
const atOnce = 65_536;

/**
 * Writes every frequent itemset as it is found, its items in order of number or name. The order of
 * the itemsets depends only on what the transactions are, not on how the file lists them.
 */
export function writeItemsets(
  table: ReadTable,
  maxSize: number | undefined,
  write: (text: string) => void,
  format: (members: string[], support: number) => string,
): void {
  const places = namePlaces(table);
  const byPlace = Array.from(table.names);
  for (const [rank, place] of places.entries()) byPlace[place] = table.names[rank]!;
  let text = '';
  const visit = (ranks: Int32Array, size: number, support: number): void => {
    const members = new Int32Array(size);
    for (let index = 0; index < size; index++) members[index] = places[ranks[index]!]!;
    text += format(
      Array.from(members.sort(), (place) => byPlace[place]!),
      support,
    );
    if (text.length < atOnce) return;
    write(text);
    text = '';
  };
  mineItemsets(table, { visit, ...(maxSize !== undefined && { maxSize }) });
  write(text);
}

/** The place of each rank's name among all names in order. */
function namePlaces({ names, numeric }: ReadTable): Int32Array {
  const order = Array.from(names.keys());
  order.sort((left, right) => {
    const [one, other] = [names[left]!, names[right]!];
    return numeric ? Number(one) - Number(other) : one < other ? -1 : 1;
  });
  const places = new Int32Array(names.length);
  for (const [place, rank] of order.entries()) places[rank] = place;
  return places;
}
