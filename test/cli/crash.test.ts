import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { earshot, freshSurroundings, startProgram } from '../support/program.ts';

/** Survey answers that all differ; every seventh is a complaint about the bill. */
function answers(count: number): string {
  const rows = Array.from({ length: count }, (_, row) =>
    row % 7 === 0
      ? `${row},2026-10-${10 + (row % 20)},"I want to complain: you charged me twice on bill number ${row}, this is unacceptable."`
      : `${row},2026-10-${10 + (row % 20)},"Answer number ${row}: the broadband has been fine and the staff were helpful."`,
  );
  return `id,date,comment\n${rows.join('\n')}\n`;
}

describe('a program killed with -9 in the middle of its work', () => {
  const surroundings = freshSurroundings();
  afterAll(() => surroundings.remove());

  it('loses nothing and counts nothing twice', async () => {
    const file = join(surroundings.dataDir, 'answers.csv');
    const count = 3000;
    writeFileSync(file, answers(count));

    // Killed while it reads, then while it analyses, three times over.
    for (const milliseconds of [150, 500, 900]) {
      const program = await startProgram(surroundings.env);
      const reading = earshot(['ingest', file, '--no-wait'], surroundings.env);
      await sleep(milliseconds);
      await program.kill();
      await reading;
    }

    const program = await startProgram(surroundings.env);
    const { stdout, code } = await earshot(['ingest', file, '--json'], surroundings.env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ read: count, failed: 0, failures: [] });

    const deadline = Date.now() + 60_000;
    let status = { documents: 0, waiting: 1, cases: [] as { count: number }[] };
    while (status.waiting > 0 && Date.now() < deadline) {
      status = JSON.parse((await earshot(['status', '--json'], surroundings.env)).stdout);
      await sleep(500);
    }
    expect(status).toMatchObject({ documents: count, waiting: 0 });
    const cases = status.cases.reduce((sum, { count: some }) => sum + some, 0);
    expect(cases).toBe(Math.ceil(count / 7));
    await program.stop();
  }, 180_000);

  it('refuses a second process on its data directory and says what to do', async () => {
    const program = await startProgram(surroundings.env);
    const second = await earshot(['start', '--empty'], surroundings.env);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(String(program.child.pid));
    expect(second.stderr).toContain('EARSHOT_DATA_DIR');
    await program.stop();
  }, 60_000);
});
