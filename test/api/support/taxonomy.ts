import type { Routing } from '../../../src/pipeline.ts';
import type { Category, Facet, Taxonomy } from '../../../src/types.ts';

function category(id: string, facet: Facet, name: string, parent: string | null = null): Category {
  return { id, facet, name, parent, definition: `What customers say of ${name}.`, cues: [`~${name}`, name], not: [] };
}

/** A vocabulary small enough to count by hand. */
export const taxonomy: Taxonomy = {
  name: 'shop',
  title: 'Corner shop',
  version: 'f'.repeat(64),
  categories: [
    category('delivery', 'topic', 'Delivery'),
    category('delivery.late', 'topic', 'Late', 'delivery'),
    category('delivery.damaged', 'topic', 'Damaged', 'delivery'),
    category('billing', 'topic', 'Billing'),
    category('billing.overcharged', 'topic', 'Overcharged', 'billing'),
    category('billing.refund', 'topic', 'Refund', 'billing'),
    category('staff', 'topic', 'Staff'),
    category('staff.friendly', 'topic', 'Friendly', 'staff'),
    category('product.kettle', 'product', 'Kettle'),
    category('product.lamp', 'product', 'Lamp'),
    category('cause.strike', 'cause', 'Strike'),
    category('signal.complaint', 'signal', 'Complaint'),
    category('signal.leave', 'signal', 'Wish to leave'),
    category('signal.praise', 'signal', 'Praise'),
    category('competitor.other-shop', 'competitor', 'Other Shop'),
    category('delivery.never', 'topic', 'Never named', 'delivery'),
  ],
};

export const routing: Routing = {
  teams: {
    logistics: { name: 'Logistics', owns: 'Parcels, from the shelf to the door' },
    billing: { name: 'Billing', owns: 'Bills and refunds' },
    'front desk': { name: 'Front desk', owns: 'Everything else, and what no rule fits' },
  },
  triage: 'front desk',
  dueHours: { urgent: 4, high: 24, normal: 72, low: 168 },
  rules: [],
};
