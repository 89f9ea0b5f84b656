import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** Runs a task in a thread of its own, which ends with it: long work must not hold up the pages. */
export async function runInThread<Task, Result>(thread: URL, task: Task): Promise<Result> {
  const pool = new Piscina<Task, Result>({ filename: fileURLToPath(thread), minThreads: 1, maxThreads: 1 });
  try {
    return await pool.run(task);
  } finally {
    await pool.destroy();
  }
}
