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
 * Drops matches beside an exclusion of their category; those within which the same cue fits nearer words; and of overlapping
 * matches of one category all but the longest (of equally long ones the first). In the order of their words.
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
  return [...taken.values()].flat().sort((a, b) => a.start - b.start || b.end - a.end || compareIds(a, b));
}

function compareIds(a: Candidate, b: Candidate): number {
  return a.owner.category.id < b.owner.category.id ? -1 : 1;
}

/**
 * Drops what a category below says more exactly on the same words: "charged twice" says all that "charged" says. What is
 * only denied below says nothing, so "the internet has not gone down" is still about the internet.
 */
export function dropRefined<M extends Refinable>(matches: M[]): M[] {
  if (matches.length < 2) return matches;
  return matches.filter((match) => {
    const below = `${match.category.id}.`;
    return !matches.some(
      (other) =>
        (other.polarity === 'affirmed' || match.polarity === 'negated') &&
        overlaps(match, other) &&
        other.category.id.startsWith(below),
    );
  });
}

interface Refinable {
  category: Category;
  start: number;
  end: number;
  polarity: 'affirmed' | 'negated';
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

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
