import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { connectPglite } from '../../src/store/pglite-connection.ts';

/** A thread that opens, and then does as the code says with each statement. */
function connectTo(code: string): ReturnType<typeof connectPglite> {
  const opened = "{ kind: 'result', id: 0, result: { columns: [], rows: [], rowCount: 0 } }";
  return connectPglite(
    new Worker(
      `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', (statement) => { ${code} });
       parentPort.postMessage(${opened});`,
      { eval: true },
    ),
  );
}

it.each([
  ['throws', "throw new Error('out of memory')", 'The embedded database failed: out of memory'],
  ['ends', 'process.exit(3)', 'The thread of the embedded database ended'],
])('when the thread %s, whatever waits for an answer fails, and whatever comes later', async (_how, code, message) => {
  const connection = connectTo(code);
  await connection.ready;
  const waiting = [connection.send('select 1', []), connection.send('select 2', null)];
  for (const { status, ...rest } of await Promise.allSettled(waiting)) {
    expect(status).toBe('rejected');
    expect(rest).toMatchObject({ reason: { message: expect.stringContaining(message) } });
  }
  await expect(connection.send('select 3', [])).rejects.toThrow(message);
});

it('gives each statement its own answer, in whatever order they come', async () => {
  const connection = connectTo(`
    const rows = [[statement.sql]];
    const answer = { kind: 'result', id: statement.id, result: { columns: [], rows, rowCount: 1 } };
    setTimeout(() => parentPort.postMessage(answer), statement.sql === 'slow' ? 50 : 0);
    if (statement === 'close') parentPort.close();`);
  const answers = await Promise.all([connection.send('slow', []), connection.send('quick', [])]);
  expect(answers.map(({ rows }) => rows)).toEqual([[['slow']], [['quick']]]);
  await connection.close();
  await expect(connection.send('late', [])).rejects.toThrow('The embedded database is closed.');
});
