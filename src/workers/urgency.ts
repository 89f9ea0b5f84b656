import { createGlance, type Glance } from '../classify/glance.ts';
import type { Context } from '../context.ts';
import { glanceText } from '../ingest/glance.ts';
import { urgentCategories } from '../route/urgent-categories.ts';
import type { RawText } from '../types.ts';

/** Cues are compiled once a routing. */
const glances = new WeakMap<object, Glance>();

/**
 * Whether a text may become an urgent case, from a glance at its bytes when it arrives, so that it need not wait behind
 * what came before. The full analysis decides; a glance that errs costs a place in the queue, in either direction.
 */
export function mayBeUrgent({ models, routing }: Pick<Context, 'models' | 'routing'>, raw: RawText): boolean {
  let glance = glances.get(routing);
  if (!glance) {
    glance = createGlance(models.taxonomy, urgentCategories(routing));
    glances.set(routing, glance);
  }
  return glance(glanceText(raw));
}
