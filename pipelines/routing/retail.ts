import type { Routing } from '../../src/pipeline.ts';
import { officeHours } from './office-hours.ts';

export const retail = {
  teams: {
    safety: { name: 'Safety and legal', owns: 'Goods that hurt, law, fraud and privacy.' },
    care: { name: 'Customer care', owns: 'Customers who need special help, and how people were treated.' },
    loyalty: { name: 'Loyalty', owns: 'Customers who will not come back, members and points.' },
    delivery: { name: 'Delivery', owns: 'Parcels from the warehouse to the door.' },
    returns: { name: 'Returns and refunds', owns: 'Goods sent back, refunds, exchanges and repairs.' },
    quality: { name: 'Product quality', owns: 'What goods are like: faults, fit, look and descriptions.' },
    orders: { name: 'Orders and stock', owns: 'What was ordered, packed, cancelled or is not there.' },
    payments: { name: 'Payments', owns: 'Prices, charges, discounts and gift cards.' },
    digital: { name: 'Website and app', owns: 'The pages, search, reviews and signing in.' },
    triage: { name: 'Triage', owns: 'What no rule knows: a person looks and passes it on.' },
  },
  triage: 'triage',
  // Working hours from receipt: within 4 hours, or one, three and five days of ten.
  calendar: officeHours,
  dueHours: { urgent: 4, high: 10, normal: 30, low: 50 },
  raise: { signal: ['signal.urgency'], to: 'high' },
  rules: [
    // What cannot wait.
    {
      name: 'Goods that hurt people go to Safety at once',
      when: { category: ['care.safety'] },
      then: { team: 'safety', priority: 'urgent' },
    },
    {
      name: 'Misused accounts and scams go to Safety and legal at once',
      when: { category: ['security.account_misuse', 'security.scam'] },
      then: { team: 'safety', priority: 'urgent' },
    },
    {
      name: 'Talk of lawyers, courts or regulators goes to Safety and legal',
      when: { category: ['care.legal', 'care.discrimination'] },
      then: { team: 'safety', priority: 'high' },
    },
    {
      name: 'Fakes go to Safety and legal',
      when: { category: ['quality.counterfeit'] },
      then: { team: 'safety', priority: 'high' },
    },
    {
      name: 'Customers who need special help go to Customer care',
      when: { category: ['care.vulnerable', 'care.bereavement'] },
      then: { team: 'care', priority: 'high' },
    },

    // Those who will not come back.
    {
      name: 'A wish to leave goes to Loyalty',
      when: { signal: ['signal.leave'] },
      then: { team: 'loyalty', priority: 'high' },
    },

    // What it is about, the plainest cases first.
    {
      name: 'Wrong and double charges go to Payments',
      when: { category: ['price.double_charge'] },
      then: { team: 'payments', priority: 'high' },
    },
    {
      name: 'Parcels that never came go to Delivery',
      when: { category: ['delivery.not_arrived', 'delivery.wrong_place'] },
      then: { team: 'delivery', priority: 'high' },
    },
    {
      name: 'Refunds that are late or refused go to Returns',
      when: { category: ['returns.refund_late', 'returns.refused'] },
      then: { team: 'returns', priority: 'high' },
    },
    {
      name: 'Wrong and missing goods go to Orders',
      when: { category: ['order.wrong_item', 'order.missing_item'] },
      then: { team: 'orders', priority: 'high' },
    },
    {
      name: 'Goods damaged on the way go to Delivery',
      when: { category: ['delivery.damaged_in_transit'] },
      then: { team: 'delivery', priority: 'normal' },
    },
    {
      name: 'Rude staff and complaints handled badly go to Customer care',
      when: { category: ['service.rude_staff', 'service.hung_up', 'service.complaint_handling'] },
      then: { team: 'care', priority: 'high' },
    },
    {
      name: 'Broken and worn goods go to Product quality',
      when: { category: ['quality.defective', 'quality.durability', 'quality.not_as_described'] },
      then: { team: 'quality', priority: 'normal' },
    },
    {
      name: 'Cancelled orders and missing stock go to Orders',
      when: { category: ['order.cancelled_by_shop', 'order.out_of_stock', 'order.cancel_or_change'] },
      then: { team: 'orders', priority: 'normal' },
    },
    {
      name: 'Late parcels and couriers go to Delivery',
      when: { category: ['delivery', 'cause.courier', 'cause.peak_season'] },
      then: { team: 'delivery', priority: 'normal' },
    },
    {
      name: 'Returns, exchanges and repairs go to Returns',
      when: { category: ['returns'] },
      then: { team: 'returns', priority: 'normal' },
    },
    {
      name: 'Members, points and subscriptions go to Loyalty',
      when: { category: ['price.loyalty'] },
      then: { team: 'loyalty', priority: 'normal' },
    },
    {
      name: 'Discounts, prices and failed payments go to Payments',
      when: { category: ['price'] },
      then: { team: 'payments', priority: 'normal' },
    },
    {
      name: 'Website, app and accounts go to Website and app',
      when: { category: ['website'] },
      then: { team: 'digital', priority: 'normal' },
    },
    {
      name: 'Unwanted mail and privacy go to Safety and legal',
      when: { category: ['security'] },
      then: { team: 'safety', priority: 'normal' },
    },
    {
      name: 'How goods are made, fit and look goes to Product quality',
      when: { category: ['quality', 'fit', 'look', 'ethics'] },
      then: { team: 'quality', priority: 'low' },
    },
    {
      name: 'Everything else about an order, and collecting it, goes to Orders',
      when: { category: ['order', 'store'] },
      then: { team: 'orders', priority: 'normal' },
    },
    {
      name: 'Everything else about our service goes to Customer care',
      when: { category: ['service'] },
      then: { team: 'care', priority: 'normal' },
    },
  ],
} satisfies Routing;
