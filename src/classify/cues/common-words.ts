/** Words that nearly every text has: a cue is looked for by another of its words where it has one. */
const common = new Set(
  [
    'the be am is are was were been to of and a an in that have has had i it for not on with he as you do did does at this',
    'but his by from they we say her she or will my our your their one all would there what so up out if about who get got',
    'which go me us when make can like time no just him know take into them some could than then now only come its over',
    'also after use how first want because any these give most again no never more very too please still even back',
    ', . ? ! : ;',
  ].flatMap((line) => line.split(' ')),
);

export function isCommon(word: string): boolean {
  return common.has(word);
}
