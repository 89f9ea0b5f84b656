import { describe, expect, it } from 'vitest';
import { dueAt, workingHours } from '../../../src/people/calendar/working-time.ts';
import { momentOf, zoneOffset } from '../../../src/people/calendar/zone.ts';
import { aroundTheClock } from '../../../src/people/stored-team.ts';
import { type WorkCalendar, weekdays } from '../../../src/pipeline.ts';
import { createRandom } from '../../../src/stats/random.ts';

const office: WorkCalendar = {
  timeZone: 'Europe/London',
  hours: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [
      day,
      [
        ['09:00', '12:30'],
        ['13:00', '17:30'],
      ],
    ]),
  ),
  holidays: ['2026-04-03', '2026-04-06'],
};
const due = (at: string, hours: number, calendar = office) => dueAt(new Date(at), hours, calendar).toISOString();

describe('a due time in working hours', () => {
  it.each([
    ['within the morning', '2026-03-02T09:00:00Z', 2, '2026-03-02T11:00:00.000Z'],
    ['over the lunch break', '2026-03-02T12:00:00Z', 2, '2026-03-02T14:30:00.000Z'],
    ['to the last minute of the day', '2026-03-02T09:00:00Z', 8, '2026-03-02T17:30:00.000Z'],
    ['over the night', '2026-03-02T17:00:00Z', 1, '2026-03-03T09:30:00.000Z'],
    ['of what came at night', '2026-03-02T22:00:00Z', 1, '2026-03-03T10:00:00.000Z'],
    ['over the weekend', '2026-03-06T17:00:00Z', 1, '2026-03-09T09:30:00.000Z'],
    // The clocks went forward on 29 March: nine in London is eight in UTC.
    ['over the change of the clocks', '2026-03-27T17:00:00Z', 1, '2026-03-30T08:30:00.000Z'],
    ['over Easter', '2026-04-02T16:00:00Z', 1, '2026-04-07T08:30:00.000Z'],
    ['in minutes', '2026-03-02T09:00:00Z', 0.25, '2026-03-02T09:15:00.000Z'],
  ])('counts %s', (_name, at, hours, expected) => {
    expect(due(at, hours)).toBe(expected);
  });

  it('of a night shift has seven hours when the clocks go forward, nine when they go back', () => {
    const nights: WorkCalendar = { timeZone: 'Europe/Berlin', hours: { sun: [['00:00', '08:00']] }, holidays: [] };
    const length = (from: string, to: string) => workingHours(new Date(from), new Date(to), nights);
    expect(length('2026-03-28T12:00:00Z', '2026-03-30T00:00:00Z')).toBe(7);
    expect(length('2026-10-24T12:00:00Z', '2026-10-26T00:00:00Z')).toBe(9);
    expect(length('2026-11-07T12:00:00Z', '2026-11-09T00:00:00Z')).toBe(8);
    // The skipped hour from two to three is taken as the one after it.
    const skipped: WorkCalendar = { ...nights, hours: { sun: [['02:30', '04:00']] } };
    expect(due('2026-03-28T12:00:00Z', 0.5, skipped)).toBe('2026-03-29T02:00:00.000Z');
  });

  it('goes by the day of the zone: Monday begins in Auckland while it is Sunday in UTC', () => {
    const auckland: WorkCalendar = { timeZone: 'Pacific/Auckland', hours: { mon: [['09:00', '10:00']] }, holidays: [] };
    expect(due('2026-03-01T00:00:00Z', 1, auckland)).toBe('2026-03-01T21:00:00.000Z');
    expect(due('2026-03-01T00:00:00Z', 1, { ...auckland, holidays: ['2026-03-02'] })).toBe('2026-03-08T21:00:00.000Z');
  });

  it('around the clock is the time on the wall', () => {
    expect(due('2026-03-28T23:10:00Z', 100, aroundTheClock)).toBe('2026-04-02T03:10:00.000Z');
    expect(due('0099-12-31T23:00:00Z', 2, aroundTheClock)).toBe('0100-01-01T01:00:00.000Z');
  });

  it('says so where there is no working time ahead', () => {
    expect(() => due('2026-03-02T09:00:00Z', 1, { ...office, hours: {} })).toThrow('has no 1 working hours');
  });
});

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
];
const quarter = 900_000;

/** A calendar and a moment at random, on quarters of hours, around a change of the clocks as often as not. */
function randomCase(seed: number): { calendar: WorkCalendar; at: Date; random: ReturnType<typeof createRandom> } {
  const random = createRandom(seed);
  const time = (number: number) =>
    `${String(Math.floor(number / 4)).padStart(2, '0')}:${String((number % 4) * 15).padStart(2, '0')}`;
  const hours: WorkCalendar['hours'] = {};
  for (const day of [weekdays[random.below(7)]!, weekdays[random.below(7)]!, weekdays[random.below(7)]!]) {
    const cuts = Array.from({ length: 4 }, () => random.below(97)).sort((a, b) => a - b);
    const [a = 0, b = 0, c = 0, d = 0] = cuts;
    const worked = [
      [a, b],
      [c, d],
    ].filter(([from = 0, to = 0]) => from < to);
    hours[day] = worked.length > 0 ? worked.map(([from = 0, to = 0]) => [time(from), time(to)]) : [['09:00', '17:00']];
  }
  const around = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-06-15'][random.below(6)];
  const at = new Date(Date.parse(`${around}T00:00:00Z`) + (random.below(1200) - 600) * quarter);
  const holidays =
    random.below(2) === 0 ? [] : [new Date(at.getTime() + random.below(9) * 86_400_000).toISOString().slice(0, 10)];
  return { calendar: { timeZone: zones[random.below(zones.length)] ?? 'UTC', hours, holidays }, at, random };
}

/** Whether a quarter of an hour is worked, told from the clock on the wall alone. */
function isWorked(at: number, { timeZone, hours, holidays }: WorkCalendar): boolean {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  if (holidays.includes(`${part('year')}-${part('month')}-${part('day')}`)) return false;
  const wall = `${part('hour')}:${part('minute')}`;
  const day = weekdays.find((each) => each === part('weekday').toLowerCase());
  return (hours[day ?? 'mon'] ?? []).some(([from, to]) => from <= wall && wall < to);
}

describe('for any calendar and moment', () => {
  const seeds = Array.from({ length: 250 }, (_, at) => at + 1);

  it('the working hours up to the due time are those that were given, however they are cut', () => {
    for (const seed of seeds) {
      const { calendar, at, random } = randomCase(seed);
      const hours = (1 + random.below(160)) / 4;
      const whole = dueAt(at, hours, calendar);
      expect(workingHours(at, whole, calendar), `seed ${seed}`).toBeCloseTo(hours, 9);
      const first = (random.below(4 * hours) + 0.5) / 4;
      const parts = dueAt(dueAt(at, first, calendar), hours - first, calendar);
      expect(parts.getTime(), `seed ${seed}`).toBeCloseTo(whole.getTime(), -1);
    }
  });

  it('more hours and later receipt never make it due sooner', () => {
    for (const seed of seeds) {
      const { calendar, at, random } = randomCase(seed);
      const hours = (1 + random.below(100)) / 4;
      const soon = dueAt(at, hours, calendar).getTime();
      expect(dueAt(at, hours + 0.25, calendar).getTime(), `seed ${seed}`).toBeGreaterThan(soon);
      const later = new Date(at.getTime() + random.below(200) * quarter);
      expect(dueAt(later, hours, calendar).getTime(), `seed ${seed}`).toBeGreaterThanOrEqual(soon);
    }
  });

  it('it agrees with counting quarters of an hour by the clock on the wall', () => {
    for (const seed of seeds.slice(0, 60)) {
      const { calendar, at, random } = randomCase(seed);
      const hours = (1 + random.below(40)) / 4;
      let left = hours * 4;
      let moment = at.getTime();
      for (; left > 0; moment += quarter) if (isWorked(moment, calendar)) left--;
      // A stretch that begins or ends within an hour that the clocks skip or show twice has no one right length.
      const strange = [moment, at.getTime()].some(
        (each) => zoneOffset(each - 36e5 * 30, calendar.timeZone) !== zoneOffset(each + 36e5 * 30, calendar.timeZone),
      );
      if (!strange)
        expect(dueAt(at, hours, calendar).toISOString(), `seed ${seed}`).toBe(new Date(moment).toISOString());
    }
  });

  it('the moment of a time on the wall shows that time, but for hours that are skipped', () => {
    const random = createRandom(5);
    for (const timeZone of zones) {
      for (let round = 0; round < 300; round++) {
        const wall = Date.UTC(2026, 0, 1) + random.below(365 * 96) * quarter;
        const moment = momentOf(wall, timeZone);
        const shown = moment + zoneOffset(moment, timeZone);
        expect(shown === wall || shown - wall <= 36e5, `${timeZone} ${new Date(wall).toISOString()}`).toBe(true);
      }
    }
  });
});
