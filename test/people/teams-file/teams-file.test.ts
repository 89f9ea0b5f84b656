import { describe, expect, it } from 'vitest';
import { wholeTeam } from '../../../src/people/stored-team.ts';
import { compareTeams } from '../../../src/people/teams-file/compare-teams.ts';
import { readTeamsFile, type TeamsFormat } from '../../../src/people/teams-file/read-teams-file.ts';
import { settleTeams } from '../../../src/people/teams-file/settle-teams.ts';
import { writeTeamsFile } from '../../../src/people/teams-file/write-teams-file.ts';

const dueHours = { urgent: 2, high: 8, normal: 24, low: 40 };
const billing = wholeTeam('billing', { name: 'Billing', owns: 'Bills.', capacity: 9 }, { dueHours });
const triage = wholeTeam('triage', { name: 'Triage', owns: 'The rest.' }, { dueHours });
const users = [{ id: 7, email: 'Jo@example.com' }];
const known = { teams: [billing, triage], defaults: { calendar: billing.calendar, dueHours }, users };
const settle = (text: string, format: TeamsFormat = 'yaml') => settleTeams(readTeamsFile(text, format), known);

const yaml = `# A comment
billing:
  name: Bills and refunds
  time_zone: Europe/London
  hours: { mon-thu: "9:00-12:30 13:00-17:30", fri: 09:00-13:00 }
  holidays: [2026-12-25, 2026-12-28]
  due: { urgent: 1.5 }
  capacity: none
  overflow: triage
  languages: [en, zh]
  members: [jo@EXAMPLE.com]
network:
  owns: Lines.
  enabled: no
`;

describe('a file of teams', () => {
  it('says of each team what it says, and leaves the rest', () => {
    const { settled, problems } = settle(yaml);
    expect(problems).toEqual([]);
    const day = [
      ['09:00', '12:30'],
      ['13:00', '17:30'],
    ];
    expect(settled[0]).toEqual({
      team: {
        ...billing,
        name: 'Bills and refunds',
        calendar: {
          timeZone: 'Europe/London',
          hours: { mon: day, tue: day, wed: day, thu: day, fri: [['09:00', '13:00']] },
          holidays: ['2026-12-25', '2026-12-28'],
        },
        dueHours: { ...dueHours, urgent: 1.5 },
        ...{ capacity: null, overflow: 'triage', languages: ['en', 'zh'] },
      },
      members: [7],
    });
    expect(settled[1]).toMatchObject({ team: { key: 'network', name: 'network', enabled: false }, members: null });
  });

  it('means the same as JSON, and as CSV', () => {
    const csv = `team,name,hours.mon,due.urgent,languages,members
billing,"Bills, and refunds",09:00-12:30 13:00-17:30,1.5,"en, zh",jo@example.com
`;
    const json = JSON.stringify({
      billing: {
        ...{ name: 'Bills, and refunds', hours: { mon: '09:00-12:30 13:00-17:30' }, due: { urgent: 1.5 } },
        ...{ languages: ['en', 'zh'], members: ['jo@example.com'] },
      },
    });
    const read = settle(csv, 'csv');
    expect(read.problems).toEqual([]);
    expect(settle(json)).toEqual(read);
    expect(read.settled[0]?.team.name).toBe('Bills, and refunds');
  });

  it('that was written from the store changes nothing when it is read', () => {
    const teams = [
      { ...billing, members: [{ email: 'Jo@example.com' }] },
      { ...triage, name: '#1: "yes"', owns: '- no\nline: 2', members: [] },
    ];
    const { settled, problems } = settle(writeTeamsFile(teams));
    expect(problems).toEqual([]);
    expect(settled.map(({ team }) => team)).toEqual(teams.map(({ members: _, ...team }) => team));
    expect(settled.map(({ members }) => members)).toEqual([[7], []]);
  });

  it('tells everything that is wrong with the line and the field', () => {
    const wrong = `billing:
  nmae: Billing
  hours:
    mon: 9 to 5
    tue: 09:00-13:00 12:00-17:00
  time_zone: Europe/Atlantis
  due:
    high: soon
  enabled: perhaps
  overflow: nowhere
  members: [who@example.com]
`;
    expect(settle(wrong).problems.map(({ line, field, message }) => `${line} ${field}: ${message}`)).toEqual([
      expect.stringContaining('2 billing: nmae: This is no field of a team; they are name, owns,'),
      ...[1, 2, 3].map(() => expect.stringContaining('4 billing: hours.mon: ')),
      expect.stringContaining('5 billing: hours.tue: "09:00-13:00" and "12:00-17:00" overlap'),
      expect.stringContaining('6 billing: time_zone: "Europe/Atlantis" is no time zone'),
      expect.stringContaining('8 billing: due.high: It should be working hours'),
      expect.stringContaining('9 billing: enabled: "perhaps" should be yes or no.'),
      expect.stringContaining('10 billing: overflow: There is no team "nowhere"; the teams are billing, triage.'),
      expect.stringContaining('11 billing: members: Nobody has the email who@example.com'),
    ]);
  });

  it.each<[string, TeamsFormat, string]>([
    ['', 'yaml', 'Line 1: it should be teams by their keys.'],
    ['{}', 'yaml', 'The file names no team.'],
    ['- a\n- b', 'yaml', 'Line 1: it should be teams by their keys.'],
    ['a:\n  name: x\nb: 7', 'yaml', 'Line 3: "b" should have fields below it.'],
    ['a: {name: x\nb: ]', 'yaml', 'Line 2: '],
    ['a:\n  name: x\na:\n  name: y', 'yaml', 'Line 3: the team "a" is there already, on line 1.'],
    ['name,owns\nx,y', 'csv', 'Line 1: there is no column "team".'],
    ['team,colour\nx,red', 'csv', 'Line 1: "colour" is no column; they are team, name, owns,'],
    ['team,name\nx,y,z', 'csv', 'Line 2: it has 3 fields, but line 1 names 2.'],
    ['team,name\nx,"y', 'csv', 'It is no CSV: '],
  ])('that cannot be read is refused with its place: %j', (text, format, message) => {
    expect(() => readTeamsFile(text, format)).toThrow(message);
  });
});

describe('the difference of teams', () => {
  it('is told field by field', () => {
    const before = [{ ...billing, members: [] }];
    const after = [
      { ...billing, capacity: null, languages: ['en'], members: [{ email: 'jo@example.com' }] },
      { ...triage, members: [] },
    ];
    const differences = compareTeams(before, after);
    expect(differences.filter(({ team }) => team === 'billing')).toEqual([
      { team: 'billing', field: 'capacity', before: '9', after: 'none' },
      { team: 'billing', field: 'languages', before: '', after: 'en' },
      { team: 'billing', field: 'members', before: '', after: 'jo@example.com' },
    ]);
    expect(differences.filter(({ team }) => team === 'triage').every(({ before: old }) => old === null)).toBe(true);
    expect(compareTeams(after, after)).toEqual([]);
  });
});
