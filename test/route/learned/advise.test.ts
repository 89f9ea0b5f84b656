import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/route/learned/advise.ts';
import { route } from '../../support/texts.ts';

const names = { billing: 'Billing', network: 'Network', sales: 'Sales', triage: 'Triage' } as Record<string, string>;
const nameOf = (team: string): string => names[team] ?? team;
const unrouted = route({ team: 'triage', by: 'no rule', because: 'No rule fits: a person must look', score: 0 });
const suggestions = [
  { team: 'billing', score: 0.91 },
  { team: 'network', score: 0.05 },
  { team: 'sales', score: 0.03 },
  { team: 'field', score: 0.01 },
];

describe('advise', () => {
  it('sends a complaint to the likeliest team where the model is sure enough', () => {
    const advised = advise(unrouted, { by: 'model 7', threshold: 0.91, suggestions }, nameOf);
    expect(advised).toMatchObject({ team: 'billing', by: 'model 7', score: 0.91, priority: 'high' });
    expect(advised.because).toBe('Complaints like this one belonged to Billing: Billing 91 % sure');
  });

  it('leaves it to a person and names the three likeliest teams where it is not', () => {
    const advised = advise(unrouted, { by: 'model 7', threshold: 0.95, suggestions }, nameOf);
    expect(advised).toMatchObject({ team: 'triage', by: 'no rule', score: 0.91 });
    expect(advised.because).toContain('a person must look: Billing 91 %, Network 5 %, Sales 3 %');
    expect(advised.suggestions).toEqual(suggestions.slice(0, 3));
  });

  it('changes nothing where the model knows no team that there is', () => {
    expect(advise(unrouted, { by: 'model 7', threshold: 0, suggestions: [] }, nameOf)).toBe(unrouted);
  });
});
