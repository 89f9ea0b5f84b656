import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledName, bundledRoot, openEmbedder } from '../../src/models/embedder.ts';
import { fetchModel } from '../../src/models/fetch-model.ts';
import { listEmbedders } from '../../src/models/list-models.ts';

const modelsDir = mkdtempSync(join(tmpdir(), 'earshot-fetch-'));
let hub: Server;
let address: string;

/** A hub that has one model, whose files are those that come along, and one that breaks off. */
beforeAll(async () => {
  hub = createServer((request, response) => {
    const [, owner, , , , ...rest] = request.url!.split('/');
    const path = join(bundledRoot(), bundledName, ...rest);
    if (owner === 'someone' && existsSync(path)) createReadStream(path).pipe(response);
    else if (owner === 'broken')
      response.writeHead(200, { 'content-length': 1000 }).end('half', () => request.socket.destroy());
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => hub.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((closed) => hub.close(closed));
  rmSync(modelsDir, { recursive: true, force: true });
});

describe('fetching a model of embeddings', () => {
  it('puts it where it can be opened and is listed, and tells how far it is', async () => {
    const files = new Set<string>();
    const sha256 = await fetchModel(modelsDir, 'someone/copy', { hub: address, onProgress: (file) => files.add(file) });
    expect(await openEmbedder(modelsDir, 'someone/copy')).toMatchObject({ sha256, width: 768 });
    expect(files.size).toBe(4);
    const listed = await listEmbedders(modelsDir);
    expect(listed.map(({ name, problem }) => [name, problem])).toEqual([
      ['someone/copy', null],
      [bundledName, null],
    ]);
  });

  it.each([
    ['nobody/nothing', 'answers 404'],
    ['broken/off', 'was not fetched'],
  ])('of %s says what went wrong and leaves nothing behind', async (name, message) => {
    await expect(fetchModel(modelsDir, name, { hub: address })).rejects.toThrow(message);
    const owner = join(modelsDir, name.split('/')[0]!);
    expect(existsSync(owner) ? readdirSync(owner) : []).toEqual([]);
  });

  it('without a network says what to do', async () => {
    await expect(fetchModel(modelsDir, 'someone/else', { hub: 'http://127.0.0.1:64999' })).rejects.toThrow(
      /cannot be reached \(ECONNREFUSED\)\. Without a network, copy config\.json/,
    );
  });

  it('refuses names that are none', async () => {
    await expect(fetchModel(modelsDir, '../../etc', { hub: address })).rejects.toThrow('is no name of a model');
  });
});
