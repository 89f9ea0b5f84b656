import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../config.ts';

const dashboards = join(packageRoot, 'dashboards');

/** Style, icon, scripts and the chart library: the only files that are served, to anybody, since they tell nothing. */
export async function addAssets(app: FastifyInstance): Promise<void> {
  const options: Partial<FastifyStaticOptions> = {
    index: false,
    // Browsers ask again each time, and are told that nothing has changed.
    cacheControl: false,
    setHeaders: (reply) => reply.setHeader('cache-control', 'no-cache'),
  };
  const scripts = join(packageRoot, 'dist', 'dashboards', 'browser');
  await app.register(fastifyStatic, { ...options, root: scripts, prefix: '/assets/browser/' });
  const styles = join(dashboards, 'style');
  await app.register(fastifyStatic, { ...options, root: styles, prefix: '/assets/style/', decorateReply: false });
  const charts = fileURLToPath(import.meta.resolve('echarts/dist/echarts.min.js'));
  const files: Record<string, [folder: string, file: string]> = {
    '/assets/style.css': [dashboards, 'style.css'],
    '/assets/mark.svg': [dashboards, 'mark.svg'],
    '/assets/echarts.js': [dirname(charts), 'echarts.min.js'],
  };
  for (const [path, [folder, file]] of Object.entries(files)) {
    app.get(path, { schema: { hide: true } }, (_request, reply) => reply.sendFile(file, folder));
  }
}
