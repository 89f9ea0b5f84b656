/** A complaint for each rule of the banking routing, by the rule's name. */
export const banking: Record<string, string> = {
  'Scams, stolen cards and misused accounts go to Fraud at once':
    'My card was stolen last night and you still have not blocked it. Unacceptable.',
  'Payments that the customer did not make go to Fraud at once':
    'There is a payment on my statement that I did not make. I am furious.',
  'A death goes to Customer care': 'My mother died in March and you keep writing to her. It is upsetting.',
  'Losing the house or the car goes to Lending': 'You started foreclosure although we had an agreement. Disgraceful.',
  'Threats by collectors go to Collections':
    'A collector calls me at work five times a day. This is harassment and I am fed up.',
  'Talk of lawyers, courts or regulators goes to Legal': 'Unacceptable. I am taking you to small claims court.',
  'Customers who need special help go to Customer care':
    'I am blind and the new app does not work with a screen reader. Not good enough.',
  'Loans that the customer cannot repay go to Lending':
    'I cannot afford the payments on my loan and you refuse a forbearance. I am disappointed.',
  'Money that the customer cannot reach goes to Legal and compliance':
    'You have frozen my account without a word. This is outrageous.',
  'A wish to leave goes to Retention': 'I have had enough, please close my account.',
  'Double and wrong charges go to Payments': 'The shop charged my card twice and you do nothing. I am not happy.',
  'Fraud claims that were turned down go to Fraud': 'You denied my claim after months of investigation. Appalling.',
  'Transfers that are lost, late or sent wrongly go to Payments':
    'My transfer has not arrived after a week. This is unacceptable.',
  'Cards that are refused or kept by a machine go to Cards':
    'My card was declined at the till again. So embarrassing and annoying.',
  'Credit reports go to Collections and credit records':
    'My credit report shows inaccurate information and nobody corrects it. Ridiculous.',
  'Debts and their collection go to Collections and credit records':
    'They cannot prove this debt and will not stop. I am fed up.',
  'Loans and mortgages go to Lending': 'You lost the documents for our mortgage again. Hopeless.',
  'Rude staff and complaints handled badly go to Customer care': 'Your adviser was rude and hung up on me. Disgusting.',
  'Identity checks go to Legal and compliance':
    'You keep asking for proof of identity and my passport was rejected three times. Ridiculous.',
  'Fees and interest go to Accounts': 'A hidden fee again. I am disappointed.',
  'Transfers, top-ups and exchange go to Payments': 'The exchange rate you gave me is a joke.',
  'Cards, cash and cash machines go to Cards': 'My new card never arrived and I am annoyed.',
  'Signing in, app, accounts and savings go to Accounts': 'I cannot log in and the passcode reset is useless.',
  'Every other payment goes to Payments': 'The direct debit is always taken on the wrong day. I am annoyed.',
  'Everything else about our service goes to Customer care': 'I was on hold for an hour. Disgraceful.',
};
