import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earshot, freshSurroundings, type RunningProgram, startProgram } from '../support/program.ts';

const mail = (subject: string, body: string) =>
  `From: Ann Customer <ann@example.org>\r\nTo: care@example.com\r\nSubject: ${subject}\r\n` +
  `Message-ID: <${subject.replace(/\W+/g, '-')}@example.org>\r\nDate: Tue, 06 Oct 2026 10:00:00 +0000\r\n` +
  `Content-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`;

const complaint = mail('Charged twice', 'You charged me twice on my bill. This is unacceptable, I want to complain.');
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

/** Each file, how many texts it holds, and words of the reason where it is kept aside. */
const files: { name: string; bytes: string | Buffer; texts: number; aside?: RegExp }[] = [
  { name: 'good.eml', bytes: complaint, texts: 1 },
  { name: 'empty.eml', bytes: '', texts: 1, aside: /empty/i },
  { name: 'picture.eml', bytes: png, texts: 1, aside: /PNG|binary/i },
  { name: 'nothing-to-read.eml', bytes: mail('', ''), texts: 1, aside: /no text/i },
  {
    name: 'broken-mime.eml',
    bytes: mail('Broken', 'x')
      .replace('text/plain; charset=utf-8', 'multipart/mixed; boundary="b"')
      .concat('--b\r\n\r\nThe line drops every day.\r\n'),
    texts: 1,
  },
  {
    name: 'ragged.csv',
    bytes: 'id,comment\n1,The staff were friendly and helpful\n2,too,many,cells\n3,Slow broadband again this week\n',
    texts: 3,
    aside: /row|columns|cells/i,
  },
  { name: 'latin.csv', bytes: Buffer.from('id,comment\n1,The caf\xe9 wifi was great today\n', 'latin1'), texts: 1 },
  { name: 'too-large.eml', bytes: mail('Large', 'word '.repeat(6_000_000)), texts: 1, aside: /MB/ },
];

describe('earshot ingest', () => {
  const surroundings = freshSurroundings();
  const folder = join(surroundings.dataDir, 'incoming');
  const texts = files.reduce((sum, file) => sum + file.texts, 0);
  const failed = files.filter((file) => file.aside).length;

  beforeAll(() => {
    mkdirSync(folder);
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  });
  afterAll(() => surroundings.remove());

  it('reads what can be read, keeps the rest aside with reasons, and exits with 1', async () => {
    const { code, stdout } = await earshot(['ingest', folder, '--json'], surroundings.env);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({ read: texts, new: texts - failed, duplicate: 0, failed });
    for (const { name, aside } of files) {
      const reasons = summary.failures.filter((failure: { source: string }) => failure.source.includes(name));
      if (aside) expect(reasons).toEqual([expect.objectContaining({ reason: expect.stringMatching(aside) })]);
      else expect(reasons).toEqual([]);
    }
    expect(code).toBe(1);
  }, 120_000);

  it('adds nothing when the same files come again', async () => {
    const { stdout } = await earshot(['ingest', folder, '--json'], surroundings.env);
    expect(JSON.parse(stdout)).toMatchObject({ read: texts, new: 0, duplicate: texts - failed, failed });
    const status = JSON.parse((await earshot(['status', '--json'], surroundings.env)).stdout);
    expect(status).toMatchObject({ documents: texts - failed, waiting: 0, failures: failed });
  }, 120_000);

  it('says that a path is missing, and reads the others', async () => {
    const { code, stdout } = await earshot(
      ['ingest', join(folder, 'no-such-file.eml'), join(folder, 'good.eml'), '--json'],
      surroundings.env,
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      read: 2,
      duplicate: 1,
      failed: 1,
      failures: [{ source: expect.stringContaining('no-such-file.eml') }],
    });
  }, 60_000);

  describe('while a server runs', () => {
    let program: RunningProgram;
    beforeAll(async () => {
      program = await startProgram(surroundings.env);
    }, 60_000);
    afterAll(() => program.stop());

    it('hands the files to the server and waits for them', async () => {
      const path = join(folder, 'second.eml');
      writeFileSync(path, mail('Another', 'My router is faulty and the engineer never came. I am very unhappy.'));
      const { code, stdout, stderr } = await earshot(['ingest', path, '--json'], surroundings.env);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual({ read: 1, new: 1, duplicate: 0, failed: 0, failures: [] });
    });

    it('lists what is kept aside and reads it once more', async () => {
      const before = (await earshot(['failures', '--json'], surroundings.env)).stdout.trim().split('\n');
      expect(before.map((line) => JSON.parse(line).reason)).toHaveLength(failed);
      const replayed = await earshot(['replay', '--all'], surroundings.env);
      expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining(String(failed)) });
    }, 60_000);
  });

  it('prints help with examples for every command', async () => {
    for (const command of ['start', 'ingest', 'analyse', 'status', 'nightly', 'failures', 'replay', 'sign-in']) {
      const { code, stdout } = await earshot([command, '--help'], surroundings.env);
      expect({ command, code }).toEqual({ command, code: 0 });
      expect(stdout).toContain('Examples:');
    }
  }, 60_000);

  it('answers a wrong option with what to do and exit status 2', async () => {
    const { code, stderr } = await earshot(['ingest', '--chanel', 'call', 'x'], surroundings.env);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--channel/);
  });

  it('analyses a file without any store', async () => {
    const other = freshSurroundings();
    const { code, stdout } = await earshot(['analyse', join(folder, 'good.eml'), '--json'], other.env);
    expect(code).toBe(0);
    const { analysis, route, document } = JSON.parse(stdout);
    expect(document.customerId).toBe('ann@example.org');
    const charged = analysis.mentions.find((mention: { category: string }) => mention.category.startsWith('billing'));
    expect(document.text.slice(charged.start, charged.end)).toMatch(/charged|bill/);
    expect(analysis.sentiment.score).toBeLessThan(0);
    expect(route).toMatchObject({ team: expect.any(String), priority: expect.any(String) });
    await other.remove();
  });
});
