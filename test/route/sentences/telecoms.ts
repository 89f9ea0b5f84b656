/** A complaint for each rule of the telecoms routing, by the rule's name. */
export const telecoms: Record<string, string> = {
  'Danger to people goes to Customer care at once':
    'A cable is hanging across the road outside our house. It is dangerous and nobody has come.',
  'A death goes to Customer care': 'My father passed away in May and you keep sending him letters. It is upsetting.',
  'Fraud and stolen phones go to Legal and fraud at once':
    'Somebody opened a contract in my name. It is fraud and I am furious.',
  'Talk of lawyers, courts or regulators goes to Legal and fraud':
    'Unacceptable. My next letter goes to the ombudsman.',
  'Discrimination and harassment go to Legal and fraud': 'Your agent made a racist remark. I am disgusted.',
  'Customers who need special help go to Customer care':
    'I am disabled and your pages do not work with my screen reader. Not good enough.',
  'Bills for a service that was cancelled go to Billing':
    'You continue to bill me although I cancelled in June. Ridiculous.',
  'A wish to leave goes to Retention': 'I have had enough and want to cancel my contract.',
  'Whoever finds us dear and names a competitor goes to Retention':
    'Terrible. The price went up again and it is cheaper with Verizon.',
  'Wrong, double and unwanted charges go to Billing': 'You charged me twice this month. I am not happy.',
  'Sales that misled and promises not kept go to Sales':
    'The salesman lied to us about what we would get. Very disappointed.',
  'Missed appointments go to Field engineers': 'I took a day off and the engineer never turned up. Appalling.',
  'Outages and lost signal go to Network': 'The broadband has been down since Monday. This is a joke.',
  'Money owed to the customer goes to Billing': 'I am still waiting for my refund. Awful.',
  'Rude staff and complaints handled badly go to Customer relations':
    'The man on the phone was rude and condescending. I am disgusted.',
  'Orders that do not come go to Sales': 'My new phone has not arrived and the tracking says nothing. Terrible.',
  'Late installation, poor work and damaged lines go to Field engineers':
    'The technician drilled through the wall and left a mess. Appalling.',
  'Broken or returned equipment, SIMs and numbers go to Technical support':
    'The router keeps overheating and I am fed up with it.',
  'Privacy goes to Legal and fraud': 'You sold my personal data without asking. Outrageous.',
  'Slow, unsteady or limited connections go to Network': 'The internet is painfully slow every evening. Useless.',
  'Television, app, e-mail and signing in go to Technical support':
    'I cannot log in to my account and the password reset is useless.',
  'Contracts, plans and moving home go to Sales': 'We moved house and you are useless at taking our tariff along.',
  'Everything else about bills, prices, debts and suspended lines goes to Billing':
    'I do not understand this bill at all. Pathetic.',
  'Everything else about our service goes to Customer relations': 'I was on hold for two hours. Disgraceful.',
  'Great anger without a topic goes to Customer relations':
    'This is terrible, awful, disgusting and the worst thing ever!',
};
