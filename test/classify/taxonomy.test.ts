import { describe, expect, it } from 'vitest';
import { parseTaxonomy } from '../../src/classify/taxonomy.ts';

const source = 'models/taxonomies/telecoms/taxonomy.yaml';

const yaml = `title: Telecoms
categories:
  - id: billing
    name: Billing
    definition: Bills, charges and payments.
    cues: [~bill, invoice]
    children:
      - id: overcharged
        name: Overcharged
        definition: More was charged than agreed.
        cues:
          - ~overcharge
          - charged ... twice
        not:
          - free of charge
  - id: rivals
    name: Rivals
    facet: competitor
    definition: Who else sells it.
    cues: []
    children:
      - id: other
        name: Other
        definition: The other one.
        cues: [other]
`;

const withExamples = (...sentences: string[]) =>
  `${yaml}        examples:\n${sentences.map((one) => `          - ${one}\n`).join('')}`;

describe('parseTaxonomy', () => {
  it('reads categories with full ids, parents and inherited facets', () => {
    const { name, title, version, categories } = parseTaxonomy(yaml, source);
    expect([name, title]).toEqual(['telecoms', 'Telecoms']);
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(categories.map(({ id, parent, facet }) => [id, parent, facet])).toEqual([
      ['billing', null, 'topic'],
      ['billing.overcharged', 'billing', 'topic'],
      ['rivals', null, 'competitor'],
      ['rivals.other', 'rivals', 'competitor'],
    ]);
    expect(categories[1]).toMatchObject({ cues: ['~overcharge', 'charged ... twice'], not: ['free of charge'] });
  });

  it('reads three to ten examples, with or without cues beside them', () => {
    const sentences = ['They sell it too.', 'Others have it.', 'Elsewhere it is cheaper.'];
    const other = (text: string) => parseTaxonomy(text, source).categories.at(-1);
    expect(other(withExamples(...sentences))).toMatchObject({ cues: ['other'], examples: sentences });
    expect(other(withExamples(...sentences).replace('cues: [other]', 'cues: []'))).toMatchObject({ cues: [] });
    expect(other(yaml)).not.toHaveProperty('examples');
  });

  it('changes the version with the file', () => {
    expect(parseTaxonomy(`${yaml}# more\n`, source).version).not.toBe(parseTaxonomy(yaml, source).version);
  });

  it.each([
    [
      'an unknown key',
      yaml.replace('        not:', '        nots:'),
      'line 14',
      'has no key "nots"; its keys are id, name',
    ],
    ['an unknown key of the file', `${yaml}author: me\n`, 'line 26', 'has no key "author"'],
    ['an id twice', yaml.replace('id: rivals', 'id: billing'), 'line 16', '"billing" is there twice'],
    ['an unknown facet', yaml.replace('facet: competitor', 'facet: rival'), 'line 18', 'the facets are topic, product'],
    ['an id that is no word', yaml.replace('id: other', 'id: The Other'), 'line 22', 'lower-case letters'],
    ['a name that is missing', yaml.replace('    name: Billing\n', ''), 'line 3', 'needs "name:" with words'],
    ['a definition without words', yaml.replace('The other one.', '""'), 'line 24', 'needs "definition:"'],
    ['an empty cue', yaml.replace('~overcharge', '""'), 'line 12', 'the cue "" is empty'],
    [
      'a bad cue',
      yaml.replace('charged ... twice', 'Charged twice'),
      'line 13',
      'the cue "Charged twice" has "Charged"',
    ],
    ['a bad exclusion', yaml.replace('free of charge', 'free ...'), 'line 15', 'begins or ends with a gap'],
    ['a number for a cue', yaml.replace('[other]', '[404]'), 'line 25', 'in quotes'],
    ['cues that are no list', yaml.replace('[other]', 'other'), 'line 25', '"cues:" is a list'],
    ['a category without cues', yaml.replace('cues: [other]', 'cues: []'), 'line 22', 'neither cues nor children'],
    ['a category that is no map', yaml.replace('[other]', '[other]\n  - billing'), 'line 26', 'a list item with id'],
    ['too few examples', withExamples('One.', 'Two.'), 'line 27', '"rivals.other" has 2 examples; give it 3 to 10'],
    ['too many', withExamples(...'abcdefghijk'), 'line 27', '"rivals.other" has 11 examples; give it 3 to 10'],
    ['an example twice', withExamples('One.', 'One.', 'Two.'), 'line 27', 'has 2 different examples'],
    ['examples that are numbers', withExamples('One.', 'Two.', '404'), 'line 29', 'an example is a sentence'],
    ['broken YAML', yaml.replace('cues: [~bill, invoice]', 'cues: [~bill'), 'line 7', 'not YAML'],
    ['a list in place of the file', '- a\n', 'line 1', 'the file has the keys title, categories'],
    ['no categories', 'title: X\ncategories: []\n', 'line 1', 'has no categories'],
  ])('refuses %s, naming file and line', (_, text, line, message) => {
    expect(() => parseTaxonomy(text, source)).toThrow(`${source}, ${line}: `);
    expect(() => parseTaxonomy(text, source)).toThrow(message);
  });

  it('names the category of a bad cue by its full id', () => {
    expect(() => parseTaxonomy(yaml.replace('~overcharge', '~*'), source)).toThrow(
      'category "billing.overcharged": the cue "~*"',
    );
  });
});
