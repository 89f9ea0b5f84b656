import type { Escalation, EscalationStep } from './cases-pipeline.ts';

/** A step with its name. */
export type NamedStep = EscalationStep & { name: string };

/**
 * The steps in their order.
 * @throws Error that names the mistake: a step that is not there, that comes twice and so goes in a circle, that nothing
 * leads to, or that is no later than the one before it.
 */
export function escalationSteps({ first, steps }: Escalation): NamedStep[] {
  const ordered: NamedStep[] = [];
  for (let name: string | undefined = first; name !== undefined; name = ordered.at(-1)?.then) {
    const step: EscalationStep | undefined = Object.hasOwn(steps, name) ? steps[name] : undefined;
    const before = ordered.at(-1);
    const from = before ? `The escalation "${before.name}" leads to` : 'The escalation begins with';
    if (!step)
      throw new Error(`${from} "${name}", which is not there; the steps are ${Object.keys(steps).join(', ')}.`);
    if (ordered.some((passed) => passed.name === name)) {
      const circle = [
        ...ordered.slice(ordered.findIndex((passed) => passed.name === name)).map((passed) => passed.name),
        name,
      ];
      throw new Error(`The escalation goes in a circle: ${circle.join(' → ')}. Leave out the "then" that leads back.`);
    }
    if (!Number.isFinite(step.hours))
      throw new Error(`"hours" of the escalation "${name}" is ${step.hours}; it should be a number.`);
    if (before && step.hours <= before.hours) {
      throw new Error(
        `The escalation "${name}" should come later than "${before.name}", which is at ${before.hours} hours.`,
      );
    }
    ordered.push({ ...step, name });
  }
  const lost = Object.keys(steps).find((name) => !ordered.some((step) => step.name === name));
  if (lost !== undefined)
    throw new Error(`Nothing leads to the escalation "${lost}"; name it in a "then", or leave it out.`);
  return ordered;
}
