import type { Category } from '../../types.ts';

/** What a cue found, before it is known whether it stays. */
export interface Candidate {
  owner: { category: Category; excludes: boolean };
  start: number;
  end: number;
  /** Indexes of the first and last token that the match touches. */
  first: number;
  last: number;
}

/** An exclusion this many words away still cancels a match. */
const exclusionReach = 2;

/**
 * Drops matches beside an exclusion of their category; those within which the same cue fits nearer words; of overlapping matches of one category all but the longest (of
 * equally long ones the first); and those that a category below refines. In the order of their words.
 */
export function selectMatches<C extends Candidate>(candidates: C[]): C[] {
  if (candidates.length === 1) return candidates[0]!.owner.excludes ? [] : candidates;
  const exclusions = candidates.filter((candidate) => candidate.owner.excludes);
  const taken = new Map<Category, C[]>();
  const longestFirst = candidates
    .filter((candidate) => !candidate.owner.excludes && !isExcluded(candidate, exclusions))
    .filter((candidate) => !holdsNearer(candidate, candidates))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const candidate of longestFirst) {
    const others = taken.get(candidate.owner.category);
    if (!others) taken.set(candidate.owner.category, [candidate]);
    else if (!others.some((other) => overlaps(candidate, other))) others.push(candidate);
  }
  const kept = [...taken.values()].flat();
  return kept.filter((candidate) => !isRefined(candidate, kept)).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a category below names the same words: "charged twice" says all that "charged" says, and more. */
function isRefined<C extends Candidate>(candidate: C, others: readonly C[]): boolean {
  const below = `${candidate.owner.category.id}.`;
  return others.some((other) => overlaps(candidate, other) && other.owner.category.id.startsWith(below));
}

/** Whether the same cue fits nearer words within: "was wrong" of "was wrong and wrong". */
function holdsNearer(candidate: Candidate, others: readonly Candidate[]): boolean {
  return others.some(
    (other) =>
      other.owner === candidate.owner &&
      other.start >= candidate.start &&
      other.end <= candidate.end &&
      other.end - other.start < candidate.end - candidate.start,
  );
}

function isExcluded(candidate: Candidate, exclusions: readonly Candidate[]): boolean {
  return exclusions.some(
    ({ owner, first, last }) =>
      owner.category === candidate.owner.category &&
      first - candidate.last - 1 <= exclusionReach &&
      candidate.first - last - 1 <= exclusionReach,
  );
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}
