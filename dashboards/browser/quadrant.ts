import { commonOption, type Palette } from './palette.ts';
import type { Chart } from './types.ts';
import { count, score } from './words.ts';

interface QuadrantPoint {
  name: string;
  texts: number;
  href: string;
  mean: number | null;
  grade: number | null;
  effect: number;
  impact: number;
}

/** So many topics are named in the picture; the others by pointing at them. */
const mostNames = 12;

/** Topics by volume and satisfaction: what to mend first is at the lower right. */
export function drawQuadrant(chart: Chart, points: QuadrantPoint[], palette: Palette): void {
  const known = points.filter(({ mean }) => mean !== null);
  const most = Math.max(0.001, ...known.map(({ impact }) => Math.abs(impact)));
  const common = commonOption(palette);
  const axis = {
    axisLabel: { color: palette.muted },
    axisLine: { lineStyle: { color: palette.line } },
    splitLine: { lineStyle: { color: palette.line } },
    nameTextStyle: { color: palette.muted },
  };
  chart.setOption({
    ...common,
    grid: { left: 56, right: 24, top: 24, bottom: 44 },
    tooltip: { ...common.tooltip, trigger: 'item', formatter: (shown: unknown) => tooltip(shown, known) },
    xAxis: { ...axis, type: 'log', name: 'Texts', nameLocation: 'middle', nameGap: 28 },
    yAxis: {
      ...axis,
      type: 'value',
      min: -1,
      max: 1,
      name: 'Satisfaction',
      axisLabel: { ...axis.axisLabel, formatter: score },
    },
    series: [
      {
        type: 'scatter',
        data: known.map(({ texts, mean, grade, impact, href }) => ({
          value: [texts, mean],
          href,
          symbolSize: 8 + 32 * Math.sqrt(Math.abs(impact) / most),
          itemStyle: { color: palette.mood(grade), borderColor: palette.line, borderWidth: 1 },
        })),
        labelLayout: { hideOverlap: true },
        label: {
          show: true,
          position: 'right',
          color: palette.ink,
          fontFamily: palette.font,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            dataIndex < mostNames ? (known[dataIndex]?.name ?? '') : '',
        },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: palette.muted },
          data: [{ yAxis: 0 }],
        },
      },
    ],
  });
}

function tooltip(shown: unknown, points: readonly QuadrantPoint[]): string {
  const at = typeof shown === 'object' && shown !== null && 'dataIndex' in shown ? Number(shown.dataIndex) : -1;
  const point = points[at];
  if (!point) return '';
  const { name, texts, mean, effect } = point;
  return [name, `${count(texts)} texts`, `Satisfaction: ${score(mean)}`, `Effect: ${score(effect)}`].join('\n');
}
