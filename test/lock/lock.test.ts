import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLock, takeLock } from '../../src/lock/lock.ts';
import { processStart } from '../../src/lock/process-start.ts';

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'earshot-lock-'));
  path = join(directory, 'earshot.lock');
});
afterEach(() => rmSync(directory, { recursive: true }));

const deadPid = (): number => spawnSync(process.execPath, ['--version']).pid;

function leaveLock(fields: Record<string, unknown>): void {
  const left = {
    id: 'left',
    pid: deadPid(),
    host: hostname(),
    processStart: null,
    startedAt: '2026-01-01T00:00:00.000Z',
  };
  writeFileSync(path, JSON.stringify({ ...left, url: 'http://127.0.0.1:4310', token: 'secret', ...fields }));
}

describe('takeLock', () => {
  it('holds the directory until it is released', async () => {
    const lock = await takeLock(directory);
    await expect(takeLock(directory)).rejects.toThrow(`Process ${process.pid} has been using ${directory}`);
    await expect(takeLock(directory)).rejects.toThrow('EARSHOT_DATA_DIR');
    await lock.release();
    const next = await takeLock(directory);
    await next.release();
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  it('makes the directory, and a file that nobody else may read', async () => {
    const lock = await takeLock(join(directory, 'new', 'data'));
    expect(statSync(join(directory, 'new', 'data', 'earshot.lock')).mode & 0o777).toBe(0o600);
    await lock.release();
  });

  it('lets one of many starters in', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(directory)));
    const taken = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(taken.length).toBe(1);
    await taken[0]?.value.release();
  });

  it('takes over from a process that died', async () => {
    leaveLock({});
    const lock = await takeLock(directory);
    expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
    await lock.release();
  });

  it('lets one of many starters take over', async () => {
    leaveLock({});
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(directory)));
    expect(attempts.filter((attempt) => attempt.status === 'fulfilled').length).toBe(1);
  });

  it('refuses while another process lives, and takes over once it is killed', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")']);
    await new Promise((resolve) => other.stdout.once('data', resolve));
    leaveLock({ pid: other.pid, processStart: await processStart(other.pid ?? 0) });
    await expect(takeLock(directory)).rejects.toThrow(`Process ${other.pid} has been using`);
    const gone = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await gone;
    const lock = await takeLock(directory);
    await lock.release();
  });

  it.skipIf(process.platform !== 'linux')(
    'takes over when the pid belongs to another program by now (skipped where there is no /proc)',
    async () => {
      leaveLock({ pid: process.pid, processStart: 'an-earlier-boot 4711' });
      const lock = await takeLock(directory);
      await lock.release();
    },
  );

  it('trusts the touch of the file where the holder is on another machine', async () => {
    leaveLock({ host: 'elsewhere' });
    await expect(takeLock(directory)).rejects.toThrow('on elsewhere');
    const minuteAgo = new Date(Date.now() - 60_000);
    utimesSync(path, minuteAgo, minuteAgo);
    const lock = await takeLock(directory);
    await lock.release();
  });

  it('does not remove the lock of a successor', async () => {
    const lock = await takeLock(directory);
    leaveLock({ id: 'successor' });
    await lock.release();
    expect(JSON.parse(readFileSync(path, 'utf8')).id).toBe('successor');
  });
});

describe('readLock', () => {
  it('finds the server once it is announced, and not after it is gone', async () => {
    expect(await readLock(directory)).toBeNull();
    const lock = await takeLock(directory);
    expect(await readLock(directory)).toBeNull();
    await lock.announce({ url: 'http://127.0.0.1:4310', token: 'secret' });
    expect(await readLock(directory)).toEqual({
      pid: process.pid,
      url: 'http://127.0.0.1:4310',
      token: 'secret',
      startedAt: expect.any(Date),
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await expect(takeLock(directory)).rejects.toThrow('has been using');
    await lock.release();
    expect(await readLock(directory)).toBeNull();
  });

  it('finds no server in the lock of a dead process, nor in a damaged file', async () => {
    leaveLock({});
    expect(await readLock(directory)).toBeNull();
    writeFileSync(path, '{"pid":');
    expect(await readLock(directory)).toBeNull();
  });
});
