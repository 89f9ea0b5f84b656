/** What a term does: carries feeling, scales it, turns it round, or sets two clauses against each other. */
export type Role = (typeof roles)[number];
const roles = ['valence', 'degree', 'negator', 'contrast', 'concession'] as const;

/** A match: the entry's weight and how many pieces it covers. */
export interface Match {
  weight: number;
  length: number;
}

/** Terms by their pieces: a tree, so that the longest term from a place is found in one walk. */
export interface TermTree {
  children: Map<string, TermTree>;
  weight: number | undefined;
}

export type Lexicon = Record<Role, TermTree>;

/**
 * Reads a lexicon: a tab-separated table with the header `term`, `weight`, `role`. The weight of a `valence` term runs from
 * −3 to 3 (0 shields the words inside a phrase: "kind of"); that of a `degree` term multiplies what follows.
 * @param split cuts a term into the pieces that texts are matched by.
 * @throws Error that names the line.
 */
export function parseLexicon(text: string, split: (term: string) => string[]): Lexicon {
  const lexicon = Object.fromEntries(roles.map((role) => [role, createTree()])) as Lexicon;
  const lines = text.split(/\r?\n/);
  if (lines[0] !== 'term\tweight\trole') {
    throw new Error(`A lexicon begins with the line "term<tab>weight<tab>role"; this one begins with "${lines[0]}".`);
  }
  lines.slice(1).forEach((line, index) => {
    if (line === '') return;
    const [term, weight, role] = line.split('\t');
    const value = Number(weight);
    if (!term || weight === '' || !Number.isFinite(value) || !isRole(role)) {
      throw new Error(
        `Lexicon line ${index + 2} is "${line}"; it should be a term, a number and one of ${roles.join(', ')}.`,
      );
    }
    addTerm(lexicon[role], split(term), value);
  });
  return lexicon;
}

/** The longest term that starts at `from`, or null. */
export function matchTerm(tree: TermTree, pieces: string[], from: number): Match | null {
  let node = tree.children.get(pieces[from]!);
  let match: Match | null = null;
  for (let at = from + 1; node !== undefined; at += 1) {
    if (node.weight !== undefined) match = { weight: node.weight, length: at - from };
    if (at >= pieces.length) break;
    node = node.children.get(pieces[at]!);
  }
  return match;
}

function createTree(): TermTree {
  return { children: new Map(), weight: undefined };
}

function addTerm(tree: TermTree, pieces: string[], weight: number): void {
  let node = tree;
  for (const piece of pieces) {
    const child = node.children.get(piece) ?? createTree();
    node.children.set(piece, child);
    node = child;
  }
  node.weight = weight;
}

function isRole(text: string | undefined): text is Role {
  return (roles as readonly (string | undefined)[]).includes(text);
}
