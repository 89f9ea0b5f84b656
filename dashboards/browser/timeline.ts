import { commonOption, type Palette } from './palette.ts';
import type { Chart } from './types.ts';
import { count, score } from './words.ts';

interface TimelineData {
  channels: { key: string; name: string }[];
  points: { label: string; mean: number | null; counts: Record<string, { count: number; href: string }> }[];
  /** Places among the points where the level changed. */
  changes: { at: number; says: string }[];
}

/** Bars of texts by channel above, the mean satisfaction below, on one axis of time. */
export function drawTimeline(chart: Chart, { channels, points, changes }: TimelineData, palette: Palette): void {
  const labels = points.map(({ label }) => label);
  const common = commonOption(palette);
  const axis = {
    type: 'category' as const,
    data: labels,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
  };
  chart.setOption({
    ...common,
    legend: {
      data: channels.map(({ name }) => name),
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 10,
      textStyle: { color: palette.muted, fontFamily: palette.font },
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: palette.muted } },
    tooltip: { ...common.tooltip, trigger: 'axis', formatter: (shown: unknown) => tooltip(shown, channels, points) },
    grid: [
      { left: 48, right: 12, top: 34, height: '50%' },
      { left: 48, right: 12, bottom: 26, height: '22%' },
    ],
    xAxis: [
      { ...axis, gridIndex: 0, axisLabel: { show: false } },
      {
        ...axis,
        gridIndex: 1,
        axisLine: { ...axis.axisLine, onZero: false },
        axisLabel: { color: palette.muted, hideOverlap: true },
      },
    ],
    yAxis: [
      {
        gridIndex: 0,
        minInterval: 1,
        splitNumber: 4,
        axisLabel: { color: palette.muted },
        splitLine: { lineStyle: { color: palette.line } },
      },
      {
        gridIndex: 1,
        ...extent(points),
        name: 'Satisfaction',
        nameLocation: 'end',
        nameGap: 8,
        nameTextStyle: { color: palette.muted, align: 'left', padding: [0, 0, 0, -40] },
        splitNumber: 2,
        axisLabel: { color: palette.muted, formatter: (value: number) => score(value) },
        splitLine: { lineStyle: { color: palette.line } },
      },
    ],
    series: [...marked(bars(channels, points, palette), changes, palette), means(points, palette)],
  });
}

/** The scale of satisfaction is the same on both sides of 0, so that the middle of the picture is neutral. */
function extent(points: TimelineData['points']): { min: number; max: number; interval: number } {
  const most = Math.max(0.25, ...points.map(({ mean }) => Math.abs(mean ?? 0)));
  const bound = Math.min(1, Math.ceil(most * 4) / 4);
  return { min: -bound, max: bound, interval: bound };
}

function bars(channels: TimelineData['channels'], points: TimelineData['points'], palette: Palette): object[] {
  return channels.map(({ key, name }) => ({
    name,
    type: 'bar',
    stack: 'texts',
    xAxisIndex: 0,
    yAxisIndex: 0,
    barCategoryGap: '18%',
    color: palette.channel(key),
    data: points.map(({ counts }) => ({ value: counts[key]?.count ?? 0, href: counts[key]?.href })),
  }));
}

/** Upright lines on the first series where the level changed. */
function marked(series: object[], changes: TimelineData['changes'], palette: Palette): object[] {
  const [first, ...others] = series;
  if (!first || changes.length === 0) return series;
  const markLine = {
    silent: true,
    symbol: 'none',
    lineStyle: { color: palette.ink, type: 'dashed', width: 1.5 },
    label: { color: palette.ink, fontFamily: palette.font },
    data: changes.map(({ at, says }) => ({ xAxis: at, label: { formatter: says } })),
  };
  return [{ ...first, markLine }, ...others];
}

/** Means as bars from the neutral middle: orange below, blue above. */
function means(points: TimelineData['points'], palette: Palette): object {
  return {
    name: 'Satisfaction',
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barCategoryGap: '18%',
    color: palette.muted,
    data: points.map(({ mean }) => ({ value: mean, itemStyle: { color: palette.mood(side(mean)) } })),
  };
}

function side(mean: number | null): number | null {
  if (mean === null) return null;
  return mean < 0 ? -1 : 1;
}

function tooltip(shown: unknown, channels: TimelineData['channels'], points: TimelineData['points']): string {
  const first: unknown = Array.isArray(shown) ? shown[0] : shown;
  const at = typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
  const point = points[at];
  if (!point) return '';
  const lines = channels.map(({ key, name }) => `${name}: ${count(point.counts[key]?.count ?? 0)}`);
  return [point.label, ...lines, `Satisfaction: ${score(point.mean)}`].join('\n');
}
