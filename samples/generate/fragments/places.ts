export const regions = [
  'London',
  'Midlands',
  'North West',
  'Scotland',
  'South East',
  'South West',
  'Wales',
  'Yorkshire',
] as const;
export type Region = (typeof regions)[number];

export const towns: Record<Region, string[]> = {
  London: ['Croydon', 'Hackney', 'Ealing', 'Lewisham', 'Walthamstow'],
  Midlands: ['Derby', 'Stafford', 'Telford', 'Coventry', 'Kettering'],
  'North West': ['Preston', 'Bolton', 'Lancaster', 'Stockport', 'Chorley'],
  Scotland: ['Perth', 'Paisley', 'Dundee', 'Stirling', 'Ayr'],
  'South East': ['Reading', 'Hastings', 'Maidstone', 'Crawley', 'Lewes'],
  'South West': ['Exeter', 'Truro', 'Yeovil', 'Taunton', 'Bude'],
  Wales: ['Swansea', 'Wrexham', 'Llandudno', 'Barry', 'Aberystwyth'],
  Yorkshire: ['Leeds', 'Ripon', 'Halifax', 'Whitby', 'Barnsley'],
};

/** Invented companies. `newcomer` opens for business late in the window, and no vocabulary of ours knows it. */
export const rivals = ['Brightwave', 'Nimbus Mobile', 'Quillnet', 'Peppercorn Mobile'];
export const newcomer = 'Fernlink';
