import type { CustomerEvent, Sequence } from './sequences.ts';

/**
 * Customers who show each sequence, in the order of their names, `most` at most.
 * @returns a list for each sequence, in their order.
 */
export function sequenceExamples(
  events: readonly CustomerEvent[],
  sequences: readonly Pick<Sequence, 'first' | 'then'>[],
  { withinDays, most }: { withinDays: number; most: number },
): string[][] {
  const byCustomer = new Map<string, Map<string, number[]>>();
  for (const { customer, category, day } of events) {
    const named = byCustomer.get(customer) ?? new Map<string, number[]>();
    byCustomer.set(customer, named.set(category, [...(named.get(category) ?? []), day]));
  }
  const customers = [...byCustomer.keys()].sort();
  return sequences.map(({ first, then }) => {
    const examples: string[] = [];
    for (const customer of customers) {
      if (examples.length === most) break;
      const named = byCustomer.get(customer)!;
      if (follows(named.get(first) ?? [], named.get(then) ?? [], withinDays)) examples.push(customer);
    }
    return examples;
  });
}

function follows(firsts: readonly number[], thens: readonly number[], withinDays: number): boolean {
  return firsts.some((first) => thens.some((then) => then > first && then - first <= withinDays));
}
