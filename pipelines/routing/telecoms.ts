import type { Routing } from '../../src/pipeline.ts';
import { officeHours } from './office-hours.ts';

export const telecoms = {
  teams: {
    care: { name: 'Customer care', owns: 'Danger, deaths and customers who need special help.' },
    legal: { name: 'Legal and fraud', owns: 'Law, regulators, crime, privacy and discrimination.' },
    retention: { name: 'Retention', owns: 'Customers who are about to leave.' },
    billing: { name: 'Billing', owns: 'Bills, payments, refunds and debts.' },
    network: { name: 'Network', owns: 'The lines and masts: outages, speed, signal.' },
    support: { name: 'Technical support', owns: 'Routers, phones, SIMs, television, app and e-mail.' },
    field: { name: 'Field engineers', owns: 'Visits to install and repair, and damage to lines.' },
    sales: { name: 'Sales and contracts', owns: 'What was sold or promised, contracts and orders.' },
    relations: { name: 'Customer relations', owns: 'How people were treated.' },
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
      name: 'Danger to people goes to Customer care at once',
      when: { category: ['care.safety'] },
      then: { team: 'care', priority: 'urgent' },
    },
    {
      name: 'A death goes to Customer care',
      when: { category: ['care.bereavement'] },
      then: { team: 'care', priority: 'high' },
    },
    {
      name: 'Fraud and stolen phones go to Legal and fraud at once',
      when: { category: ['security.fraud', 'security.lost_or_stolen'] },
      then: { team: 'legal', priority: 'urgent' },
    },
    {
      name: 'Talk of lawyers, courts or regulators goes to Legal and fraud',
      when: { category: ['care.legal'] },
      then: { team: 'legal', priority: 'high' },
    },
    {
      name: 'Discrimination and harassment go to Legal and fraud',
      when: { category: ['care.discrimination'] },
      then: { team: 'legal', priority: 'high' },
    },
    {
      name: 'Customers who need special help go to Customer care',
      when: { category: ['care.vulnerable'] },
      then: { team: 'care', priority: 'high' },
    },

    // Those who are about to leave; whoever is billed after leaving is none of them.
    {
      name: 'Bills for a service that was cancelled go to Billing',
      when: { category: ['billing.charged_after_cancelling'] },
      then: { team: 'billing', priority: 'high' },
    },
    {
      name: 'A wish to leave goes to Retention',
      when: { signal: ['signal.leave'] },
      then: { team: 'retention', priority: 'high' },
    },
    {
      name: 'Whoever finds us dear and names a competitor goes to Retention',
      when: { category: ['billing.too_expensive', 'billing.price_rise'], signal: ['signal.competitor'] },
      then: { team: 'retention', priority: 'high' },
    },

    // What it is about, the plainest cases first.
    {
      name: 'Wrong, double and unwanted charges go to Billing',
      when: { category: ['billing.overcharged', 'billing.charged_twice', 'billing.unauthorised_charge'] },
      then: { team: 'billing', priority: 'high' },
    },
    {
      name: 'Sales that misled and promises not kept go to Sales',
      when: { category: ['contract.misleading_sale', 'contract.broken_promise'] },
      then: { team: 'sales', priority: 'high' },
    },
    {
      name: 'Missed appointments go to Field engineers',
      when: { category: ['installation.missed_appointment'] },
      then: { team: 'field', priority: 'high' },
    },
    {
      name: 'Outages and lost signal go to Network',
      when: { category: ['internet.outage', 'mobile.no_signal', 'mobile.dropped_calls', 'landline.dead_line'] },
      then: { team: 'network', priority: 'high' },
    },
    {
      name: 'Money owed to the customer goes to Billing',
      when: { category: ['billing.refund', 'billing.discount_missing'] },
      then: { team: 'billing', priority: 'normal' },
    },
    {
      name: 'Rude staff and complaints handled badly go to Customer relations',
      when: { category: ['service.rude_staff', 'service.hung_up', 'service.complaint_handling'] },
      then: { team: 'relations', priority: 'high' },
    },
    {
      name: 'Orders that do not come go to Sales',
      when: { category: ['installation.order_delivery'] },
      then: { team: 'sales', priority: 'normal' },
    },
    {
      name: 'Late installation, poor work and damaged lines go to Field engineers',
      when: { category: ['installation', 'cause.line_damage'] },
      then: { team: 'field', priority: 'normal' },
    },
    {
      name: 'Broken or returned equipment, SIMs and numbers go to Technical support',
      when: {
        category: ['equipment', 'mobile.sim_activation', 'mobile.unlocking', 'mobile.number_porting', 'internet.wifi'],
      },
      then: { team: 'support', priority: 'normal' },
    },
    {
      name: 'Privacy goes to Legal and fraud',
      when: { category: ['security.privacy', 'landline.nuisance_calls'] },
      then: { team: 'legal', priority: 'normal' },
    },
    {
      name: 'Slow, unsteady or limited connections go to Network',
      when: { category: ['internet', 'mobile', 'cause.congestion', 'cause.maintenance'] },
      then: { team: 'network', priority: 'normal' },
    },
    {
      name: 'Television, app, e-mail and signing in go to Technical support',
      when: { category: ['television', 'landline', 'account.login', 'account.app_website', 'account.email_service'] },
      then: { team: 'support', priority: 'normal' },
    },
    {
      name: 'Contracts, plans and moving home go to Sales',
      when: { category: ['contract'] },
      then: { team: 'sales', priority: 'normal' },
    },
    {
      name: 'Everything else about bills, prices, debts and suspended lines goes to Billing',
      when: { category: ['billing', 'account.credit_record', 'account.suspension'] },
      then: { team: 'billing', priority: 'normal' },
    },
    {
      name: 'Everything else about our service goes to Customer relations',
      when: { category: ['service', 'account'] },
      then: { team: 'relations', priority: 'normal' },
    },
    {
      name: 'Great anger without a topic goes to Customer relations',
      when: { gradeAtMost: -2 },
      then: { team: 'relations', priority: 'normal' },
    },
  ],
} satisfies Routing;
