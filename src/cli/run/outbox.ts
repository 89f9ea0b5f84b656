import { escalationSteps } from '../../cases/escalation.ts';
import { openPost } from '../../connect/open-post.ts';
import type { Context } from '../../context.ts';
import { checkAnswers } from '../../deliver/check-answers.ts';
import { startDeliveries } from '../../workers/deliver/start-deliveries.ts';

/**
 * Empties the outbox and escalates what is late from now on. @returns a function that stops it.
 * @throws Error that says what is wrong with pipelines/delivery.ts, pipelines/cases.ts or the settings they need.
 */
export function openOutbox(context: Context): () => Promise<void> {
  const { config, database, models, pipelines, routing, log, now } = context;
  const { answers, cases, delivery } = pipelines;
  const steps = escalationSteps(cases.escalation);
  const post = openPost({ config, delivery, routing });
  checkAnswers(answers, new Set(models.taxonomy.categories.map(({ id }) => id)));
  const outbox = {
    database,
    delivery,
    answers,
    routing,
    post,
    log,
    now,
    pagesUrl: config.pagesUrl,
    chance: Math.random,
  };
  return startDeliveries(outbox, { ...cases.escalation, steps });
}
