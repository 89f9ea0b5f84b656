import type { CustomerEvent } from './sequences.ts';

/** A customer's events by day, and the category, by its number, of each. */
export interface History {
  days: number[];
  categories: number[];
}

/**
 * One history a customer, customers by name. Those of one event can show no order; one of more than `mostEvents` is no
 * single person (a shared address, a till), and is passed over.
 * @throws RangeError for a day that is no number.
 */
export function historiesOf(events: readonly CustomerEvent[], names: readonly string[], mostEvents: number): History[] {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const byCustomer = new Map<string, CustomerEvent[]>();
  for (const event of events) {
    if (!Number.isFinite(event.day)) {
      throw new RangeError(`An event of customer "${event.customer}" is on day ${event.day}, which is no number.`);
    }
    const list = byCustomer.get(event.customer);
    if (list) list.push(event);
    else byCustomer.set(event.customer, [event]);
  }
  const customers = [...byCustomer.keys()].filter((customer) => {
    const { length } = byCustomer.get(customer)!;
    return length > 1 && length <= mostEvents;
  });
  return customers.sort().map((customer) => {
    const list = byCustomer.get(customer)!;
    list.sort((left, right) => left.day - right.day || numbers.get(left.category)! - numbers.get(right.category)!);
    return { days: list.map(({ day }) => day), categories: list.map(({ category }) => numbers.get(category)!) };
  });
}
