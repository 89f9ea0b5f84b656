/** A complaint for each rule of the retail routing, by the rule's name. */
export const retail: Record<string, string> = {
  'Goods that hurt people go to Safety at once': 'The charger caught fire on the first day. I am furious.',
  'Misused accounts and scams go to Safety and legal at once':
    'Somebody hacked my account and ordered with my card. Unacceptable.',
  'Talk of lawyers, courts or regulators goes to Safety and legal': 'Awful. I am going to trading standards.',
  'Fakes go to Safety and legal': 'The perfume is a fake. I am disgusted.',
  'Customers who need special help go to Customer care':
    'I am in a wheelchair and your pages do not work with my screen reader. Not good enough.',
  'A wish to leave goes to Loyalty': 'Dreadful. I will never buy from you again.',
  'Wrong and double charges go to Payments': 'You charged me twice for the same shirt. I am not happy.',
  'Parcels that never came go to Delivery': 'My parcel never arrived and I am annoyed.',
  'Refunds that are late or refused go to Returns': 'I am still waiting for my refund after six weeks. Terrible.',
  'Wrong and missing goods go to Orders': 'You sent the wrong item. So annoying.',
  'Goods damaged on the way go to Delivery': 'The box was crushed when it came. Very disappointed.',
  'Rude staff and complaints handled badly go to Customer care': 'Your agent was rude and condescending. Disgusting.',
  'Broken and worn goods go to Product quality': 'The zip broke on the first day. Rubbish.',
  'Cancelled orders and missing stock go to Orders':
    'You cancelled my order since it was out of stock after all. I am disappointed.',
  'Late parcels and couriers go to Delivery': 'Delivery is always late with you. I am fed up.',
  'Returns, exchanges and repairs go to Returns': 'Your returns process is a shambles.',
  'Members, points and subscriptions go to Loyalty': 'My loyalty points have vanished. I am annoyed.',
  'Discounts, prices and failed payments go to Payments': 'The discount code does not work. Annoying.',
  'Website, app and accounts go to Website and app': 'The website crashes all the time. Useless.',
  'Unwanted mail and privacy go to Safety and legal':
    'I unsubscribed from the newsletter three times and it keeps coming. Infuriating.',
  'How goods are made, fit and look goes to Product quality': 'The fabric is scratchy and thin. I am disappointed.',
  'Everything else about an order, and collecting it, goes to Orders':
    'Click and collect was a nightmare, I am disappointed.',
  'Everything else about our service goes to Customer care': 'I was on hold for two hours. Disgraceful.',
};
