import type { Random } from '../random.ts';

/** Gives the next fragment of a list that `suits` whoever is to say it. */
export type Deal = (name: string, list: readonly string[], suits: (fragment: string) => boolean) => string;

/**
 * Deals each list like a deck of cards: nothing comes twice until all of it has come once. A card that does not suit is
 * left in the deck; where none suits, the next one comes all the same.
 */
export function decks(random: Random): Deal {
  const left = new Map<string, string[]>();
  return (name, list, suits) => {
    if (list.length === 0) throw new Error(`There are no fragments for ${name}; write some, or ask for another kind.`);
    let deck = left.get(name) ?? [];
    if (!deck.some(suits)) deck = [...random.shuffle(list), ...deck];
    const at = Math.max(deck.findLastIndex(suits), 0);
    const [fragment] = deck.splice(at, 1);
    left.set(name, deck);
    return fragment!;
  };
}
