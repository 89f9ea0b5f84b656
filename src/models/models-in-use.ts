import { isAbsolute, join } from 'node:path';
import type { ModelInUse } from '../classify/sighting.ts';
import type { IntakePipeline } from '../pipeline.ts';
import type { Taxonomy } from '../types.ts';
import { readClassifier } from './classifier-folder.ts';

/**
 * The trained models that the intake names, checked, each with the SHA-256 of its weights.
 * @param root where `models/` is.
 * @throws Error that names the folder, and the labels that mean no category of the taxonomy.
 */
export async function modelsInUse(
  root: string,
  named: IntakePipeline['models'] = [],
  taxonomy: Taxonomy,
): Promise<{ uses: ModelInUse[]; versions: Record<string, string> }> {
  const known = new Set(taxonomy.categories.map(({ id }) => id));
  const uses: ModelInUse[] = [];
  const versions: Record<string, string> = {};
  for (const { folder, categories = {}, embeddings = 'unsure' } of named) {
    const path = isAbsolute(folder) ? folder : join(root, 'models', folder);
    const { card } = await readClassifier(path);
    const unknown = Object.values(categories).find((id) => !known.has(id));
    if (unknown !== undefined) throw new Error(`${path}: the taxonomy has no category "${unknown}".`);
    const labels = card.labels.map(({ name }) => name);
    const meanings = labels.flatMap((label): [string, string][] => {
      const category = categories[label] ?? label;
      return known.has(category) ? [[label, category]] : [];
    });
    if (meanings.length === 0) {
      throw new Error(
        `${path}: none of its labels ("${labels.slice(0, 5).join('", "')}" …) is the id of a category; say under ` +
          '"categories" in pipelines/intake.ts which label means which.',
      );
    }
    uses.push({ name: card.name, folder: path, categories: Object.fromEntries(meanings), asking: embeddings });
    versions[`model ${card.name}`] = card.files['weights.bin'] ?? card.version;
  }
  return { uses, versions };
}
