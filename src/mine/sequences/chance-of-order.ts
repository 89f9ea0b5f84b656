/**
 * The chance that shuffled order shows one category within `withinDays` after another, both sides of a day apart: the
 * share of all ways to deal `firsts` and `thens` of them to the days of a history, other categories taking the rest.
 * Exact, by counting the ways that show it nowhere, day by day: all that matters of the days before is how many of each
 * were dealt and when the last first was. Cost grows with the days, and with firsts and thens.
 * @param days of the history in ascending order, one for each event.
 */
export function chanceOfOrder(days: readonly number[], firsts: number, thens: number, withinDays: number): number {
  const slots = slotsOf(days);
  const [width, height] = [firsts + 1, thens + 1];
  const size = width * height;
  // One layer of (firsts dealt, thens dealt) for each day of the last first that can still matter; 0 is none.
  let layers = new Map<number, Float64Array>([[none, new Float64Array(size)]]);
  layers.get(none)![0] = 1;
  for (const { day, events } of slots) {
    const next = new Map<number, Float64Array>();
    const layer = (last: number): Float64Array => {
      const known = next.get(last) ?? new Float64Array(size);
      next.set(last, known);
      return known;
    };
    for (const [last, ways] of layers) {
      const isNear = day - last <= withinDays;
      const still = isNear ? last : none;
      for (let dealt = 0; dealt < size; dealt++) {
        const known = ways[dealt]!;
        if (known === 0) continue;
        const [first, then] = [Math.floor(dealt / height), dealt % height];
        for (let x = 0; x <= Math.min(events, firsts - first); x++) {
          const most = isNear ? 0 : Math.min(events - x, thens - then);
          for (let y = 0; y <= most; y++) {
            const to = layer(x > 0 ? day : still);
            to[dealt + x * height + y]! += known * choose(events, x) * choose(events - x, y);
          }
        }
      }
    }
    layers = next;
  }
  let without = 0;
  for (const ways of layers.values()) without += ways[size - 1]!;
  const all = choose(days.length, firsts) * choose(days.length - firsts, thens);
  return Math.min(1, Math.max(0, 1 - without / all));
}

const none = Number.NEGATIVE_INFINITY;

function slotsOf(days: readonly number[]): { day: number; events: number }[] {
  const slots: { day: number; events: number }[] = [];
  for (const day of days) {
    const last = slots.at(-1);
    if (last?.day === day) last.events += 1;
    else slots.push({ day, events: 1 });
  }
  return slots;
}

/** Ways to choose some of all; a number up to 10⁵⁹ for histories of 200 events. */
function choose(all: number, some: number): number {
  let ways = 1;
  for (let taken = 0; taken < Math.min(some, all - some); taken++) ways = (ways * (all - taken)) / (taken + 1);
  return Math.round(ways) < Number.MAX_SAFE_INTEGER ? Math.round(ways) : ways;
}
