import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';

/** A YAML file as a map, with what is needed to say on which line something is wrong. */
export interface YamlFile {
  source: string;
  root: YAMLMap;
  /** @throws Error that names file and line. */
  fail(node: unknown, problem: string): never;
}

/** Reads a YAML text whose top is a map. @throws Error that names file and line. */
export function readYaml(text: string, source: string, keys: string[]): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (node: unknown, problem: string): never => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    throw new Error(`${source}, line ${lines.linePos(offset).line}: ${problem}`);
  };
  const [error] = document.errors;
  if (error) throw new Error(`${source}, line ${lines.linePos(error.pos[0]).line}: not YAML: ${error.message}`);
  const root = document.contents;
  if (!isMap(root)) return fail(root, `the file has the keys ${keys.join(', ')}.`);
  return { source, root, fail };
}

/** @throws Error where the map has another key. */
export function checkKeys({ fail }: YamlFile, map: YAMLMap, allowed: string[], owner: string): void {
  for (const { key } of map.items) {
    const name = String(isScalar(key) ? key.value : key);
    if (!allowed.includes(name)) fail(key, `${owner} has no key "${name}"; its keys are ${allowed.join(', ')}.`);
  }
}

/** The words under a key. @throws Error where there are none. */
export function readText({ fail }: YamlFile, map: YAMLMap, key: string, owner: string): string {
  const node = map.get(key, true);
  if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '') {
    return fail(node ?? map, `${owner} needs "${key}:" with words.`);
  }
  return node.value.trim();
}

/** The items under a key; none where the key is missing or empty. @throws Error where it holds no list. */
export function readList({ fail }: YamlFile, map: YAMLMap, key: string): unknown[] {
  const node = map.get(key, true);
  if (node === undefined || (isScalar(node) && node.value === null)) return [];
  if (!isSeq(node)) return fail(node, `"${key}:" is a list, one "- …" a line.`);
  return node.items;
}
