const suffixes = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"];

/** Ways that a contraction may come in, and the pieces it is matched by. */
const spellings: Record<string, string[]> = {
  cannot: ['can', 'not'],
  "can't": ['can', "n't"],
  nt: ["n't"],
  ca: ['can'],
  wo: ['will'],
  sha: ['shall'],
  "won't": ['will', "n't"],
  "shan't": ['shall', "n't"],
  "ain't": ['is', "n't"],
  ai: ['is'],
  cant: ['can', "n't"],
  dont: ['do', "n't"],
  doesnt: ['does', "n't"],
  didnt: ['did', "n't"],
  wont: ['will', "n't"],
  isnt: ['is', "n't"],
  arent: ['are', "n't"],
  wasnt: ['was', "n't"],
  werent: ['were', "n't"],
  hasnt: ['has', "n't"],
  havent: ['have', "n't"],
  hadnt: ['had', "n't"],
  couldnt: ['could', "n't"],
  wouldnt: ['would', "n't"],
  shouldnt: ['should', "n't"],
};

/**
 * Cuts a word into the pieces that lexicons are matched by, so that "can't", "cannot", "ca n't" and "cant", or "well-made"
 * and "well made", are the same however a tokenizer cut them. Expects lower case; returns [] for a hyphen alone.
 */
export function splitWord(word: string): string[] {
  const plain = word.includes('’') ? word.replaceAll('’', "'") : word;
  if (plain === '-' || plain === '–') return [];
  const known = spellings[plain];
  if (known) return known;
  const apostrophe = plain.indexOf("'");
  if (apostrophe > 0 || plain.endsWith("n't")) {
    for (const suffix of suffixes) {
      if (plain.length > suffix.length && plain.endsWith(suffix)) {
        return [...splitWord(plain.slice(0, -suffix.length)), suffix];
      }
    }
  }
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(plain) ? plain.split('-') : [plain];
}

/** The pieces of a lexicon's term. */
export function splitTerm(term: string): string[] {
  return term.toLowerCase().split(' ').flatMap(splitWord);
}
