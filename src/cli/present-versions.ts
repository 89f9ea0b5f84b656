import { type Config, packageRoot } from '../config.ts';
import { loadModels } from '../models.ts';
import { pipelines } from './pipelines.ts';

/** The versions of the models and vocabularies as their files are now, which a running server may not have read yet. */
export async function presentVersions(config: Config): Promise<Record<string, string>> {
  const { versions } = await loadModels(packageRoot, config.taxonomy ?? pipelines.intake.taxonomy, {
    models: pipelines.intake.models,
    settings: pipelines.intake,
    dataDir: config.dataDir,
  });
  return versions;
}
