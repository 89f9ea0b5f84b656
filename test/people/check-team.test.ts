import { describe, expect, it } from 'vitest';
import { checkOverflows, checkTeam } from '../../src/people/check-team.ts';
import { type StoredTeam, wholeTeam } from '../../src/people/stored-team.ts';

const dueHours = { urgent: 2, high: 8, normal: 24, low: 40 };
const team = (some: Partial<StoredTeam> = {}): StoredTeam => ({
  ...wholeTeam('billing', { name: 'Billing', owns: 'Bills.' }, { dueHours }),
  ...some,
});
const calendar = (some: Partial<StoredTeam['calendar']>) => ({ calendar: { ...team().calendar, ...some } });

describe('a team', () => {
  it('that is sound has nothing wrong', () => {
    expect(checkTeam(team())).toEqual([]);
    expect(checkTeam(team({ capacity: 1, languages: ['en', 'yue'], key: '客服 2' }))).toEqual([]);
  });

  it.each<[Partial<StoredTeam>, string, string]>([
    [{ key: '../x' }, 'team', 'should be 1 to 60 letters'],
    [{ name: ' ' }, 'name', 'should have 1 to 100 letters'],
    [calendar({ timeZone: 'Europe/Atlantis' }), 'time_zone', '"Europe/Atlantis" is no time zone; it should be such as'],
    [calendar({ hours: {} }), 'hours', 'It works at no time'],
    [calendar({ hours: { mon: [['9:00', '17:00']] } }), 'hours.mon', '"9:00-17:00" should be such as 09:00-17:30'],
    [calendar({ hours: { mon: [['09:00', '25:00']] } }), 'hours.mon', '"09:00-25:00" should be such as'],
    [calendar({ hours: { tue: [['17:00', '09:00']] } }), 'hours.tue', '"17:00-09:00" ends before it begins.'],
    [
      calendar({
        hours: {
          wed: [
            ['09:00', '13:00'],
            ['12:30', '17:00'],
          ],
        },
      }),
      'hours.wed',
      '"09:00-13:00" and "12:30-17:00" overlap; write them in order and apart.',
    ],
    [calendar({ holidays: ['2026-02-30'] }), 'holidays', '"2026-02-30" is no day of the calendar'],
    [{ dueHours: { ...dueHours, high: 0 } }, 'due.high', 'working hours above 0, at most 2000'],
    [{ dueHours: { ...dueHours, low: Number.NaN } }, 'due.low', 'working hours above 0'],
    [{ dueHours: { ...dueHours, normal: 4 } }, 'due.normal', 'normal has less time than high.'],
    [{ capacity: 1.5 }, 'capacity', 'a whole number of cases above 0'],
    [{ languages: ['english'] }, 'languages', '"english" should be an ISO 639 code such as en.'],
  ])('is told what is wrong, by its field: %j', (some, field, message) => {
    expect(checkTeam(team(some))).toContainEqual({
      team: some.key ?? 'billing',
      field,
      message: expect.stringContaining(message),
    });
  });
});

describe('what is too much for a team', () => {
  const chain = (...links: [string, string | null][]) => links.map(([key, overflow]) => team({ key, overflow }));

  it('may go on from team to team', () => {
    expect(checkOverflows(chain(['a', 'b'], ['b', 'c'], ['c', null]))).toEqual([]);
  });

  it.each([
    [chain(['a', 'x']), 'There is no team "x"; the teams are a.'],
    [chain(['a', 'a']), 'What is too much goes round in a circle: a → a.'],
    [chain(['a', 'b'], ['b', 'c'], ['c', 'a']), 'goes round in a circle: a → b → c → a.'],
    [chain(['a', 'b'], ['b', 'c'], ['c', 'b']), 'goes round in a circle: b → c → b.'],
  ])('may not go to nobody, or round in a circle (%#)', (teams, message) => {
    expect(checkOverflows(teams).map((problem) => problem.message)).toContainEqual(expect.stringContaining(message));
  });
});
