import { commonOption, type Palette } from './palette.ts';
import type { Chart, DrawnMap, DrawnRelation } from './types.ts';
import { count, cut, score } from './words.ts';

const signs: Record<string, string> = { '-2': '▼', '-1': '▼', '0': '', '1': '▲', '2': '▲' };

/** Pairs of categories, coloured by the lower bound of their lift, framed and marked by satisfaction. */
export function drawHeatMap(chart: Chart, { nodes, relations }: DrawnMap, palette: Palette): void {
  const common = commonOption(palette);
  const isNarrow = chart.getWidth() < 640;
  const names = nodes.map(({ name }) => cut(lastName(name), isNarrow ? 14 : 24));
  const axis = {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { show: false },
    splitArea: { show: false },
  };
  chart.setOption({
    ...common,
    tooltip: {
      ...common.tooltip,
      formatter: (shown: { data?: { relation?: DrawnRelation } }) => tooltip(shown.data?.relation, nodes),
    },
    grid: { left: isNarrow ? 100 : 170, right: 10, top: 46, bottom: isNarrow ? 92 : 128 },
    visualMap: legend(palette),
    xAxis: {
      ...axis,
      data: names,
      axisLabel: { rotate: 50, interval: 0, color: palette.muted, fontSize: isNarrow ? 10 : 12 },
    },
    yAxis: {
      ...axis,
      data: names,
      inverse: true,
      axisLabel: { interval: 0, color: palette.muted, fontSize: isNarrow ? 10 : 12 },
    },
    series: [
      {
        type: 'heatmap',
        data: relations.flatMap((relation) => [cell(relation, palette), cell(turned(relation), palette)]),
        label: {
          show: !isNarrow,
          fontSize: 9,
          formatter: (shown: { data?: { relation?: DrawnRelation } }) =>
            signs[String(shown.data?.relation?.grade ?? 0)] ?? '',
        },
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      },
    ],
  });
}

function cell(relation: DrawnRelation, palette: Palette): object {
  const isPlain = relation.grade === 0;
  return {
    value: [relation.from, relation.to, relation.lower],
    href: relation.href,
    relation,
    itemStyle: {
      borderColor: isPlain ? palette.card : palette.mood(relation.grade),
      borderWidth: isPlain ? 1 : 2,
      borderRadius: 3,
    },
    label: { color: relation.lower > 4 ? palette.card : palette.ink },
  };
}

function turned(relation: DrawnRelation): DrawnRelation {
  return { ...relation, from: relation.to, to: relation.from };
}

function legend({ strengths, muted }: Palette): object {
  const [none, weak, clear, strong, strongest] = strengths;
  return {
    type: 'piecewise',
    orient: 'horizontal',
    top: 0,
    left: 0,
    dimension: 2,
    itemWidth: 14,
    itemHeight: 12,
    textStyle: { color: muted },
    pieces: [
      { lte: 1, color: none, label: 'L ≤ 1' },
      { gt: 1, lt: 2, color: weak, label: '1–2' },
      { gte: 2, lt: 4, color: clear, label: '2–4' },
      { gte: 4, lt: 8, color: strong, label: '4–8' },
      { gte: 8, color: strongest, label: '≥ 8' },
    ],
  };
}

function tooltip(relation: DrawnRelation | undefined, nodes: DrawnMap['nodes']): string {
  if (!relation) return '';
  const { from, to, observed, expected, lift, lower, upper, sentiment } = relation;
  return [
    `${nodes[from]?.name}`,
    `with ${nodes[to]?.name}`,
    `${count(observed)} texts, ${expected.toFixed(1)} by chance`,
    `O/E ${lift.toFixed(2)}, from L ${lower.toFixed(2)} to U ${upper.toFixed(2)}`,
    `Satisfaction ${score(sentiment)}`,
  ].join('\n');
}

/** `Billing › Overcharged` → `Overcharged`: the axes have little room, and the tooltip says it all. */
function lastName(name: string): string {
  return name.split(' › ').at(-1) ?? name;
}
