import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { earshot, freshSurroundings, root, startProgram } from './support/program.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
const instructions = dockerfile.filter((line) => /^[A-Z]+ /.test(line)).map((line) => line.split(/\s+/));
const lastStage = instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
/** What the image holds: the source and target of each copy. */
const copies = lastStage
  .filter(([name]) => name === 'COPY')
  .flatMap(([, ...words]) => {
    const paths = words.filter((word) => !word.startsWith('--')).map((word) => word.replace(/^\/app\//, ''));
    const target = paths.pop()!;
    return paths.map((source) => ({ source, target: target.endsWith('./') ? join(target, source) : target }));
  });
const settings = new Set(read('src/config.ts').match(/\b(EARSHOT_[A-Z_]+|DATABASE_URL|REDIS_URL)\b/g));

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, unknown>;
  healthcheck?: unknown;
  read_only?: boolean;
  deploy?: { replicas: number };
}

describe('the image', () => {
  it('runs as a user without rights, and says whether it is healthy', () => {
    expect(instructions.filter(([name]) => name === 'FROM')).toHaveLength(2);
    expect(lastStage).toContainEqual(['USER', 'node']);
    expect(lastStage.some(([name]) => name === 'HEALTHCHECK')).toBe(true);
    expect(copies.filter(({ source }) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('starts by its own command from nothing but what it holds', async () => {
    const image = mkdtempSync(join(tmpdir(), 'earshot-image-'));
    const surroundings = freshSurroundings();
    for (const { source, target } of copies) {
      mkdirSync(dirname(join(image, target)), { recursive: true });
      if (source === 'node_modules') symlinkSync(join(root, source), join(image, target));
      else cpSync(join(root, source), join(image, target), { recursive: true });
    }
    const words = (name: string): string[] =>
      JSON.parse(
        lastStage
          .find(([first]) => first === name)!
          .slice(1)
          .join(' '),
      );
    const [command, script, ...args] = [...words('ENTRYPOINT'), ...words('CMD')];
    expect(command).toBe('node');
    const program = await startProgram(surroundings.env, { args: [join(image, script!), ...args, '--empty'] });
    const ready = await fetch(new URL('/readyz', program.link));
    expect([ready.status, await ready.json()]).toEqual([200, { database: 'ok', queue: 'ok' }]);
    expect((await program.stop()).code).toBe(0);
    await surroundings.remove();
    rmSync(image, { recursive: true });
  }, 120_000);
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };

  it('has pages, two workers, Postgres, Redis and a catcher of mails, each with a health check', () => {
    expect(Object.keys(services).sort()).toEqual(['mail', 'postgres', 'redis', 'serve', 'work']);
    expect(services.work!.deploy).toEqual({ replicas: 2 });
    expect([services.serve!.read_only, services.work!.read_only]).toEqual([true, true]);
    const waitedFor = Object.values(services).flatMap((service) => Object.keys(service.depends_on ?? {}));
    expect(waitedFor.filter((name) => !services[name]?.healthcheck)).toEqual([]);
    expect(Object.keys(volumes)).toEqual(['postgres', 'redis']);
  });

  it('names commands and settings that there are', async () => {
    for (const name of ['serve', 'work']) {
      const { command, environment } = services[name]!;
      expect(Object.keys(environment!).filter((key) => !settings.has(key))).toEqual([]);
      expect(await earshot([...command!, '--help'], process.env)).toMatchObject({ code: 0 });
    }
  });
});

describe.each(readdirSync(join(root, 'deploy')).filter((file) => file.endsWith('.service')))('deploy/%s', (file) => {
  const lines = read(join('deploy', file)).split('\n');
  const settingOf = (key: string): string | undefined =>
    lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);

  it('is a unit that starts a program that there is, without rights', async () => {
    expect(lines.filter((line) => !/^(#.*|\[\w+\]|[A-Z]\w+=.*|)$/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('['))).toEqual(['[Unit]', '[Service]', '[Install]']);
    const [node, script, command] = settingOf('ExecStart')!.split(' ');
    expect(node).toMatch(/\/node$/);
    expect(existsSync(join(root, script!))).toBe(true);
    expect(await earshot([command!, '--help'], process.env)).toMatchObject({ code: 0 });
    expect(settingOf('DynamicUser')).toBe('yes');
    expect(settings.has(settingOf('Environment')!.split('=')[0]!)).toBe(true);
  });
});
