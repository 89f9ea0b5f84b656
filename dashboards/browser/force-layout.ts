/** A place in the picture, in units of about the length of one line. */
export interface Place {
  x: number;
  y: number;
}

/**
 * Places nodes so that those joined by strong lines stand close and none stand on each other (Fruchterman and Reingold,
 * 1991, "Graph drawing by force-directed placement", with pull in proportion to weight). It starts from a circle and
 * uses no chance, so that the same relations always give the same picture.
 */
export function forceLayout(nodes: number, lines: readonly { from: number; to: number; weight: number }[]): Place[] {
  const places = Array.from({ length: nodes }, (_, at) => ({
    x: Math.sqrt(nodes) * Math.cos((at / nodes) * 2 * Math.PI),
    y: Math.sqrt(nodes) * Math.sin((at / nodes) * 2 * Math.PI),
  }));
  const rounds = 300;
  for (let round = 0; round < rounds; round++) {
    const moves = places.map(() => ({ x: 0, y: 0 }));
    repel(places, moves);
    for (const line of lines) attract(places, moves, line);
    const longest = 0.5 * (1 - round / rounds) + 0.01;
    for (const [at, place] of places.entries()) step(place, moves[at] ?? { x: 0, y: 0 }, longest);
  }
  return places;
}

function repel(places: readonly Place[], moves: Place[]): void {
  for (const [a, place] of places.entries()) {
    for (const [b, other] of places.entries()) {
      const move = moves[a];
      if (a === b || !move) continue;
      const dx = place.x - other.x;
      const dy = place.y - other.y;
      const squared = Math.max(dx * dx + dy * dy, 0.01);
      move.x += dx / squared;
      move.y += dy / squared;
    }
  }
}

function attract(
  places: readonly Place[],
  moves: Place[],
  { from, to, weight }: { from: number; to: number; weight: number },
): void {
  const [a, b, moveA, moveB] = [places[from], places[to], moves[from], moves[to]];
  if (!a || !b || !moveA || !moveB) return;
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  const pull = weight * distance;
  moveA.x += (b.x - a.x) * pull;
  moveA.y += (b.y - a.y) * pull;
  moveB.x -= (b.x - a.x) * pull;
  moveB.y -= (b.y - a.y) * pull;
}

/** Moves a place, and draws it a little towards the middle, so that groups without a line between them stay near. */
function step(place: Place, move: Place, longest: number): void {
  const x = move.x - place.x * 0.25;
  const y = move.y - place.y * 0.4;
  const length = Math.hypot(x, y);
  if (length === 0) return;
  const scale = Math.min(length, longest) / length;
  place.x += x * scale;
  place.y += y * scale;
}

/** Spreads places over a room, each axis by itself: the picture uses all of it, and circles stay round. */
export function fitInto(room: { width: number; height: number }, places: readonly Place[]): Place[] {
  const spread = (values: number[], size: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => (most > least ? ((value - least) / (most - least)) * size : size / 2));
  };
  const xs = spread(
    places.map(({ x }) => x),
    room.width,
  );
  const ys = spread(
    places.map(({ y }) => y),
    room.height,
  );
  return places.map((_, at) => ({ x: xs[at] ?? 0, y: ys[at] ?? 0 }));
}
