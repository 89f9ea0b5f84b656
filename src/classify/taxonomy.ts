import { createHash } from 'node:crypto';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Category, type Facet, facets, type Taxonomy } from '../types.ts';
import { parseCue } from './cues/parse-cue.ts';

const fileKeys = ['title', 'categories'];
const categoryKeys = ['id', 'name', 'facet', 'definition', 'cues', 'not', 'children'];

/**
 * Reads a taxonomy file (`models/taxonomies/<name>/taxonomy.yaml`).
 * @param source Where the text came from, for messages; its folder gives the taxonomy its name.
 * @throws Error that names file, line, category or cue, and what would be right.
 */
export function parseTaxonomy(yamlText: string, source: string): Taxonomy {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines });
  const fail = (node: unknown, problem: string): never => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    throw new Error(`${source}, line ${lines.linePos(offset).line}: ${problem}`);
  };
  const [error] = document.errors;
  if (error) throw new Error(`${source}, line ${lines.linePos(error.pos[0]).line}: not YAML: ${error.message}`);
  const file = document.contents;
  if (!isMap(file)) return fail(file, `a taxonomy has the keys ${fileKeys.join(', ')}.`);
  const reader = createReader(fail);
  reader.checkKeys(file, fileKeys, 'A taxonomy');
  const categories: Category[] = [];
  for (const node of reader.list(file, 'categories')) reader.category(node, null, categories);
  if (categories.length === 0) fail(file, 'has no categories; add at least one under "categories:".');
  return {
    name: nameOf(source),
    title: reader.text(file, 'title', 'The taxonomy'),
    version: createHash('sha256').update(yamlText).digest('hex'),
    categories,
  };
}

function nameOf(source: string): string {
  return source.split(/[/\\]/).at(-2) ?? source;
}

type Fail = (node: unknown, problem: string) => never;

/** Reads and checks the nodes of one file. */
function createReader(fail: Fail) {
  const seen = new Set<string>();

  function checkKeys(map: YAMLMap, allowed: string[], owner: string): void {
    for (const { key } of map.items) {
      const name = String(isScalar(key) ? key.value : key);
      if (!allowed.includes(name)) fail(key, `${owner} has no key "${name}"; its keys are ${allowed.join(', ')}.`);
    }
  }

  function text(map: YAMLMap, key: string, owner: string): string {
    const node = map.get(key, true);
    if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '') {
      return fail(node ?? map, `${owner} needs "${key}:" with words.`);
    }
    return node.value.trim();
  }

  function list(map: YAMLMap, key: string): unknown[] {
    const node = map.get(key, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isSeq(node)) return fail(node, `"${key}:" is a list, one "- …" a line.`);
    return node.items;
  }

  function cues(map: YAMLMap, key: string, id: string): string[] {
    return list(map, key).map((node) => {
      if (!isScalar(node) || typeof node.value !== 'string') {
        return fail(node, `category "${id}": a cue is words, in quotes where YAML reads something else: - "404".`);
      }
      try {
        parseCue(node.value);
      } catch (error) {
        fail(node, `category "${id}": the cue "${node.value}" ${(error as Error).message}`);
      }
      return node.value;
    });
  }

  function facet(map: YAMLMap, inherited: Facet): Facet {
    const node = map.get('facet', true);
    if (node === undefined) return inherited;
    const value = isScalar(node) ? node.value : null;
    const known = facets.find((name) => name === value);
    return known ?? fail(node, `"${String(value)}" is no facet; the facets are ${facets.join(', ')}.`);
  }

  function category(node: unknown, parent: Category | null, into: Category[]): void {
    if (!isMap(node)) throw fail(node, 'a category is a list item with id, name and definition.');
    const own = text(node, 'id', 'A category');
    checkKeys(node, categoryKeys, `Category "${own}"`);
    if (!/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(own)) {
      fail(
        node.get('id', true),
        `the id "${own}" should be lower-case letters, digits and hyphens, such as late-delivery.`,
      );
    }
    const id = parent ? `${parent.id}.${own}` : own;
    if (seen.has(id)) fail(node.get('id', true), `the id "${id}" is there twice; give each category its own.`);
    seen.add(id);
    const result: Category = {
      id,
      facet: facet(node, parent?.facet ?? 'topic'),
      name: text(node, 'name', `Category "${id}"`),
      parent: parent?.id ?? null,
      definition: text(node, 'definition', `Category "${id}"`),
      cues: cues(node, 'cues', id),
      not: cues(node, 'not', id),
    };
    const children = list(node, 'children');
    if (result.cues.length === 0 && children.length === 0) {
      fail(node, `category "${id}" has neither cues nor children, so no text could name it; add "cues:".`);
    }
    into.push(result);
    for (const child of children) category(child, result, into);
  }

  return { checkKeys, text, list, category };
}
