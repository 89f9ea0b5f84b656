import { drawCostCurve } from './cost-curve.ts';
import { drawHeatMap } from './heat-map.ts';
import { drawNetwork } from './network.ts';
import { type Palette, readPalette } from './palette.ts';
import { drawQuadrant } from './quadrant.ts';
import { startTabs } from './tabs.ts';
import { drawTimeline } from './timeline.ts';
import type { Chart } from './types.ts';

declare const echarts: typeof import('echarts');

const kinds: Record<string, (chart: Chart, data: never, palette: Palette) => void> = {
  timeline: drawTimeline,
  'heat-map': drawHeatMap,
  network: drawNetwork,
  'cost-curve': drawCostCurve,
  quadrant: drawQuadrant,
};

/** Draws every picture of the page, and again when the colours of the system or its own width change. */
function start(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-chart]')) {
    const draw = kinds[element.dataset.chart ?? ''];
    const source = document.getElementById(element.dataset.source ?? '');
    if (!draw || !source?.textContent) continue;
    const data = JSON.parse(source.textContent) as never;
    const chart = echarts.init(element, null, { renderer: 'canvas' });
    const drawNow = () => draw(chart, data, readPalette());
    drawNow();
    chart.on('click', ({ data: point }) => follow(point));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawNow);
    new ResizeObserver(() => chart.resize()).observe(element);
    element.dataset.drawn = 'true';
  }
  startTabs();
}

/** Opens what a point of a picture stands for. The addresses are this server's own, and nothing else is followed. */
function follow(point: unknown): void {
  const href = typeof point === 'object' && point !== null && 'href' in point ? point.href : null;
  if (typeof href === 'string' && href.startsWith('/') && !href.startsWith('//')) location.assign(href);
}

start();
