import { createHash } from 'node:crypto';
import { isMap, isScalar, type YAMLMap } from 'yaml';
import { type Category, type Facet, facets, type Taxonomy } from '../types.ts';
import { parseCue } from './cues/parse-cue.ts';
import { checkKeys, readList, readText, readYaml, type YamlFile } from './yaml-fields.ts';

const fileKeys = ['title', 'categories'];
const categoryKeys = ['id', 'name', 'facet', 'definition', 'cues', 'not', 'examples', 'children'];
/** Fewer say too little of what a category is, and more are for a trained model. */
const [fewestExamples, mostExamples] = [3, 10];

/**
 * Reads a taxonomy file (`models/taxonomies/<name>/taxonomy.yaml`).
 * @param source Where the text came from, for messages; its folder gives the taxonomy its name.
 * @throws Error that names file, line, category or cue, and what would be right.
 */
export function parseTaxonomy(yamlText: string, source: string): Taxonomy {
  const file = readYaml(yamlText, source, fileKeys);
  checkKeys(file, file.root, fileKeys, 'A taxonomy');
  const categories: Category[] = [];
  for (const node of readList(file, file.root, 'categories')) addCategory(file, node, null, categories);
  if (categories.length === 0) file.fail(file.root, 'has no categories; add at least one under "categories:".');
  return {
    name: source.split(/[/\\]/).at(-2) ?? source,
    title: readText(file, file.root, 'title', 'The taxonomy'),
    version: createHash('sha256').update(yamlText).digest('hex'),
    categories,
  };
}

/** Adds the category and all below it, parents first. */
function addCategory(file: YamlFile, node: unknown, parent: Category | null, into: Category[]): void {
  if (!isMap(node)) throw file.fail(node, 'a category is a list item with id, name and definition.');
  const id = readId(file, node, parent, into);
  const examples = readExamples(file, node, id);
  const category: Category = {
    id,
    facet: readFacet(file, node, parent?.facet ?? 'topic'),
    name: readText(file, node, 'name', `Category "${id}"`),
    parent: parent?.id ?? null,
    definition: readText(file, node, 'definition', `Category "${id}"`),
    cues: readCues(file, node, 'cues', id),
    not: readCues(file, node, 'not', id),
    ...(examples && { examples }),
  };
  const children = readList(file, node, 'children');
  if (category.cues.length === 0 && children.length === 0 && !examples) {
    file.fail(
      node,
      `category "${id}" has neither cues nor children nor examples, so no text could name it; add "cues:".`,
    );
  }
  into.push(category);
  for (const child of children) addCategory(file, child, category, into);
}

function readId(file: YamlFile, node: YAMLMap, parent: Category | null, known: readonly Category[]): string {
  const own = readText(file, node, 'id', 'A category');
  checkKeys(file, node, categoryKeys, `Category "${own}"`);
  const place = node.get('id', true);
  if (!/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(own)) {
    file.fail(place, `the id "${own}" should be lower-case letters, digits and hyphens, such as late-delivery.`);
  }
  const id = parent ? `${parent.id}.${own}` : own;
  if (known.some((other) => other.id === id)) {
    file.fail(place, `the id "${id}" is there twice; give each category its own.`);
  }
  return id;
}

function readFacet({ fail }: YamlFile, node: YAMLMap, inherited: Facet): Facet {
  const place = node.get('facet', true);
  if (place === undefined) return inherited;
  const value = isScalar(place) ? place.value : null;
  const known = facets.find((name) => name === value);
  return known ?? fail(place, `"${String(value)}" is no facet; the facets are ${facets.join(', ')}.`);
}

/** The sentences under "examples:"; undefined where there is no such key. */
function readExamples(file: YamlFile, map: YAMLMap, id: string): string[] | undefined {
  if (!map.has('examples')) return undefined;
  const place = map.get('examples', true);
  const examples = readList(file, map, 'examples').map((node) => {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value.trim();
    return file.fail(node, `category "${id}": an example is a sentence, in quotes where YAML reads something else.`);
  });
  const count = new Set(examples).size;
  if (count >= fewestExamples && examples.length <= mostExamples) return examples;
  const found = count < examples.length ? `${count} different` : String(count);
  return file.fail(
    place ?? map,
    `category "${id}" has ${found} examples; give it ${fewestExamples} to ${mostExamples} sentences that name it.`,
  );
}

function readCues(file: YamlFile, map: YAMLMap, key: string, id: string): string[] {
  return readList(file, map, key).map((node) => {
    if (!isScalar(node) || typeof node.value !== 'string') {
      return file.fail(node, `category "${id}": a cue is words, in quotes where YAML reads something else: - "404".`);
    }
    try {
      parseCue(node.value);
    } catch (error) {
      file.fail(node, `category "${id}": the cue "${node.value}" ${(error as Error).message}`);
    }
    return node.value;
  });
}
