import { commonOption, type Palette } from './palette.ts';
import type { Chart } from './types.ts';

interface Spot {
  share: number;
  error: number;
}

interface CostCurveData {
  points: (Spot & { lower: number; upper: number; threshold: number | null; cost: number })[];
  now: Spot | null;
  best: Spot | null;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The curve with its band, and a mark where the threshold stands and where it would cost least. */
export function drawCostCurve(chart: Chart, { points, now, best }: CostCurveData, palette: Palette): void {
  const common = commonOption(palette);
  const axis = {
    type: 'value' as const,
    min: 0,
    axisLabel: { color: palette.muted, formatter: (value: number) => `${Math.round(value * 100)} %` },
    splitLine: { lineStyle: { color: palette.line } },
    nameTextStyle: { color: palette.muted },
  };
  chart.setOption({
    ...common,
    legend: { top: 0, left: 0, textStyle: { color: palette.muted, fontFamily: palette.font } },
    tooltip: { ...common.tooltip, trigger: 'axis', formatter: (shown: unknown) => tooltip(shown, points) },
    grid: { left: 52, right: 24, top: 40, bottom: 44 },
    xAxis: { ...axis, max: 1, name: 'Goes by itself', nameLocation: 'middle', nameGap: 28 },
    yAxis: { ...axis, max: ({ max }: { max: number }) => Math.min(1, Math.max(0.05, Math.ceil(max * 20) / 20)) },
    series: [
      band(points, palette),
      {
        name: 'Wrong, of what goes by itself',
        type: 'line',
        showSymbol: false,
        color: palette.ink,
        data: points.map(({ share, error }) => [share, error]),
      },
      ...mark('Threshold in use', now, palette.ink),
      ...mark('Least cost', best, palette.mood(2)),
    ],
  });
}

/** The interval as one closed stretch: along the upper ends and back along the lower ones. */
function band(points: CostCurveData['points'], palette: Palette): object {
  const corners = [
    ...points.map(({ share, upper }) => [share, upper]),
    ...[...points].reverse().map(({ share, lower }) => [share, lower]),
  ];
  return {
    name: 'Interval',
    type: 'custom',
    silent: true,
    clip: true,
    color: palette.line,
    data: [[0, 0]],
    renderItem: (_: unknown, api: { coord(at: number[]): number[] }) => ({
      type: 'polygon',
      shape: { points: corners.map((corner) => api.coord(corner)) },
      style: { fill: palette.line, opacity: 0.7 },
    }),
  };
}

function mark(name: string, spot: Spot | null, color: string): object[] {
  if (!spot) return [];
  return [{ name, type: 'scatter', symbolSize: 13, color, data: [[spot.share, spot.error]] }];
}

function tooltip(shown: unknown, points: CostCurveData['points']): string {
  const items = Array.isArray(shown) ? (shown as { seriesType?: string; dataIndex: number }[]) : [];
  const point = points[items.find(({ seriesType }) => seriesType === 'line')?.dataIndex ?? -1];
  if (!point) return '';
  return [
    `Threshold ${point.threshold?.toFixed(2) ?? 'none'}`,
    `Goes by itself: ${percent(point.share)}`,
    `Wrong: ${percent(point.error)} (${percent(point.lower)} – ${percent(point.upper)})`,
    `Cost: ${point.cost.toFixed(2)}`,
  ].join('\n');
}
