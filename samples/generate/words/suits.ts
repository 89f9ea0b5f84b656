import type { Customer } from '../plan/customers.ts';

/** Who can say such things, by words that give a life away. */
const lives: { words: RegExp; can: (customer: Customer) => boolean }[] = [
  {
    words:
      /pension|\bretired|at my age|grand(?:son|children)|\b(?:78|79|81)\b|last century|my hearing is not|love,|bear with me/i,
    can: ({ ageBand }) => ageBand === '55-64' || ageBand === '65+',
  },
  {
    words: /student|gap year|my course|\buni\b|hostel|coursework|i study|my mates|\blol\b|flatmate/i,
    can: ({ ageBand }) => ageBand === '18-24',
  },
  {
    words:
      /\bkids?\b|\bmy (?:son|daughter|children|wife|husband)|\bnursery\b|newborn|\bbaby\b|year old|teenager|school shoes|two small children|family of five/i,
    can: ({ ageBand }) => ageBand !== '18-24',
  },
  {
    words:
      /small business|\bour (?:shop|office|farm)\b|café|salon|guest house|tills|clients|card machine|the staff|van on|hairdresser|wages i pay/i,
    can: ({ ageBand, segment }) => segment === 'small business' || (ageBand !== '18-24' && ageBand !== '65+'),
  },
  {
    words: /i work from home|my (?:boss|manager|employer|colleagues)|maternity|job interview|nurse on nights/i,
    can: ({ ageBand }) => ageBand !== '65+',
  },
];

/** Whether a fragment could come from this customer; most could come from anybody. */
export function suitsCustomer(customer: Customer): (fragment: string) => boolean {
  const barred = lives.filter(({ can }) => !can(customer));
  return (fragment) => !barred.some(({ words }) => words.test(fragment));
}
