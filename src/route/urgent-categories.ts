import type { Routing } from '../pipeline.ts';
import { isWithin } from './condition.ts';

/**
 * Says which categories can make a complaint urgent: those that a rule with that priority names, and signals that raise
 * to it. A rule that goes by coded data or grade alone is known only once the text is analysed.
 */
export function urgentCategories({ rules, raise }: Routing): (category: string) => boolean {
  const named = rules
    .filter(({ then }) => then.priority === 'urgent')
    .flatMap(({ when }) => [...(when.category ?? []), ...(when.signal ?? [])]);
  const raising = raise?.to === 'urgent' ? raise.signal : [];
  const urgent = [...named, ...raising];
  return (category) => urgent.some((id) => isWithin(category, id));
}
