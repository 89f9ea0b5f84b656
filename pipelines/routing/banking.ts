import type { Routing } from '../../src/pipeline.ts';
import { officeHours } from './office-hours.ts';

export const banking = {
  teams: {
    fraud: { name: 'Fraud', owns: 'Crime against customers: scams, stolen cards, payments that nobody made.' },
    legal: { name: 'Legal and compliance', owns: 'Law, regulators, identity checks, frozen accounts and privacy.' },
    care: { name: 'Customer care', owns: 'Customers who need special help, and how people were treated.' },
    retention: { name: 'Retention', owns: 'Customers who are about to leave.' },
    cards: { name: 'Cards', owns: 'Cards, PINs, cash machines and cash.' },
    payments: { name: 'Payments', owns: 'Payments, transfers, top-ups and exchange.' },
    lending: { name: 'Lending', owns: 'Loans and mortgages, from application to payoff.' },
    records: { name: 'Collections and credit records', owns: 'Debts, collectors and credit reports.' },
    accounts: { name: 'Accounts', owns: 'Accounts, fees, savings, branches, app and website.' },
    triage: { name: 'Triage', owns: 'What no rule knows: a person looks and passes it on.' },
  },
  triage: 'triage',
  // Working hours from receipt: within 2 hours, or one, three and five days of ten.
  calendar: officeHours,
  dueHours: { urgent: 2, high: 10, normal: 30, low: 50 },
  raise: { signal: ['signal.urgency'], to: 'high' },
  rules: [
    // What cannot wait.
    {
      name: 'Scams, stolen cards and misused accounts go to Fraud at once',
      when: { category: ['fraud.scam', 'fraud.compromised', 'fraud.identity_theft', 'card.lost_or_stolen'] },
      then: { team: 'fraud', priority: 'urgent' },
    },
    {
      name: 'Payments that the customer did not make go to Fraud at once',
      when: { category: ['payment.unrecognised'] },
      then: { team: 'fraud', priority: 'urgent' },
    },
    {
      name: 'A death goes to Customer care',
      when: { category: ['care.bereavement'] },
      then: { team: 'care', priority: 'high' },
    },
    {
      name: 'Losing the house or the car goes to Lending',
      when: { category: ['lending.foreclosure'] },
      then: { team: 'lending', priority: 'high' },
    },
    {
      name: 'Threats by collectors go to Collections',
      when: { category: ['debt.threats', 'debt.collector_calls'] },
      then: { team: 'records', priority: 'high' },
    },
    {
      name: 'Talk of lawyers, courts or regulators goes to Legal',
      when: { category: ['care.legal', 'care.discrimination'] },
      then: { team: 'legal', priority: 'high' },
    },
    {
      name: 'Customers who need special help go to Customer care',
      when: { category: ['care.vulnerable'] },
      then: { team: 'care', priority: 'high' },
    },
    {
      name: 'Loans that the customer cannot repay go to Lending',
      when: { category: ['lending.hardship'] },
      then: { team: 'lending', priority: 'high' },
    },
    {
      name: 'Money that the customer cannot reach goes to Legal and compliance',
      when: { category: ['account.restricted'] },
      then: { team: 'legal', priority: 'high' },
    },

    // Those who are about to leave.
    {
      name: 'A wish to leave goes to Retention',
      when: { signal: ['signal.leave'] },
      then: { team: 'retention', priority: 'high' },
    },

    // What it is about, the plainest cases first.
    {
      name: 'Double and wrong charges go to Payments',
      when: { category: ['payment.charged_twice', 'payment.wrong_amount', 'cash.wrong_cash'] },
      then: { team: 'payments', priority: 'high' },
    },
    {
      name: 'Fraud claims that were turned down go to Fraud',
      when: { category: ['fraud'] },
      then: { team: 'fraud', priority: 'high' },
    },
    {
      name: 'Transfers that are lost, late or sent wrongly go to Payments',
      when: { category: ['transfer.delayed', 'transfer.failed', 'transfer.cancel_transfer', 'topup.failed'] },
      then: { team: 'payments', priority: 'high' },
    },
    {
      name: 'Cards that are refused or kept by a machine go to Cards',
      when: { category: ['card.declined', 'card.card_swallowed', 'card.not_working', 'cash.withdrawal_declined'] },
      then: { team: 'cards', priority: 'high' },
    },
    {
      name: 'Credit reports go to Collections and credit records',
      when: { category: ['credit_report'] },
      then: { team: 'records', priority: 'normal' },
    },
    {
      name: 'Debts and their collection go to Collections and credit records',
      when: { category: ['debt'] },
      then: { team: 'records', priority: 'normal' },
    },
    {
      name: 'Loans and mortgages go to Lending',
      when: { category: ['lending'] },
      then: { team: 'lending', priority: 'normal' },
    },
    {
      name: 'Rude staff and complaints handled badly go to Customer care',
      when: { category: ['service.rude_staff', 'service.hung_up', 'service.complaint_handling'] },
      then: { team: 'care', priority: 'high' },
    },
    {
      name: 'Identity checks go to Legal and compliance',
      when: { category: ['access.verify_identity', 'access.source_of_funds'] },
      then: { team: 'legal', priority: 'normal' },
    },
    {
      name: 'Fees and interest go to Accounts',
      when: { category: ['fees', 'cash.withdrawal_fee', 'transfer.fee', 'topup.fee', 'exchange.fee'] },
      then: { team: 'accounts', priority: 'normal' },
    },
    {
      name: 'Transfers, top-ups and exchange go to Payments',
      when: { category: ['transfer', 'topup', 'exchange'] },
      then: { team: 'payments', priority: 'normal' },
    },
    {
      name: 'Cards, cash and cash machines go to Cards',
      when: { category: ['card', 'cash'] },
      then: { team: 'cards', priority: 'normal' },
    },
    {
      name: 'Signing in, app, accounts and savings go to Accounts',
      when: { category: ['access', 'account'] },
      then: { team: 'accounts', priority: 'normal' },
    },
    {
      name: 'Every other payment goes to Payments',
      when: { category: ['payment'] },
      then: { team: 'payments', priority: 'normal' },
    },
    {
      name: 'Everything else about our service goes to Customer care',
      when: { category: ['service'] },
      then: { team: 'care', priority: 'normal' },
    },
  ],
} satisfies Routing;
