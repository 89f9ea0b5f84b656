import { commonOption, type Palette } from './palette.ts';
import type { Chart, DrawnMap, DrawnRelation } from './types.ts';
import { count, cut, score } from './words.ts';

const signs: Record<string, string> = { '-2': '▼', '-1': '▼', '0': '', '1': '▲', '2': '▲' };

interface Shown {
  data?: { relation?: DrawnRelation };
}

/** Pairs of categories, coloured by the lower bound of their lift; where it is above chance, framed by satisfaction. */
export function drawHeatMap(chart: Chart, { nodes, relations }: DrawnMap, palette: Palette): void {
  const common = commonOption(palette);
  const isNarrow = chart.getWidth() < 640;
  const margin = isNarrow ? { left: 96, bottom: 96 } : { left: 176, bottom: 140 };
  const fontSize = isNarrow ? 10 : 12;
  chart.getDom().style.height = `${46 + margin.bottom + nodes.length * (isNarrow ? 15 : 22)}px`;
  chart.resize();
  const names = nodes.map(({ name }) => cut(name, isNarrow ? 15 : 26));
  const axis = { type: 'category' as const, axisTick: { show: false }, axisLine: { show: false }, data: names };
  chart.setOption({
    ...common,
    tooltip: { ...common.tooltip, formatter: ({ data }: Shown) => tooltip(data?.relation, nodes) },
    grid: { ...margin, right: 10, top: 46 },
    visualMap: legend(palette),
    xAxis: { ...axis, ...lines(palette), axisLabel: { rotate: 50, interval: 0, color: palette.muted, fontSize } },
    yAxis: { ...axis, ...lines(palette), inverse: true, axisLabel: { interval: 0, color: palette.muted, fontSize } },
    series: [
      {
        type: 'heatmap',
        data: relations.flatMap((relation) => [cell(relation, palette), cell(turned(relation), palette)]),
        label: { show: !isNarrow, fontSize: 9, formatter: ({ data }: Shown) => sign(data?.relation) },
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      },
    ],
  });
}

function lines({ raised }: Palette): object {
  return { splitLine: { show: true, interval: 0, lineStyle: { color: raised } } };
}

function cell(relation: DrawnRelation, palette: Palette): object {
  const isFramed = relation.lower > 1 && relation.grade !== 0;
  return {
    value: [relation.from, relation.to, relation.lower],
    href: relation.href,
    relation,
    itemStyle: {
      borderColor: isFramed ? palette.mood(relation.grade) : palette.card,
      borderWidth: isFramed ? 2 : 1,
      borderRadius: 3,
    },
    label: { color: palette.strengthInks[Math.max(0, Math.min(4, 1 + Math.floor(Math.log2(relation.lower))))] },
  };
}

function sign(relation: DrawnRelation | undefined): string {
  return relation && relation.lower > 1 ? (signs[String(relation.grade)] ?? '') : '';
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
  const { from, to, observed, expected, lift, lower, upper, sentiment, checked } = relation;
  return [
    `${nodes[from]?.fullName}`,
    `with ${nodes[to]?.fullName}`,
    `${count(observed)} texts, ${expected.toFixed(1)} by chance`,
    `O/E ${lift.toFixed(2)}, from L ${lower.toFixed(2)} to U ${upper.toFixed(2)}`,
    `Satisfaction ${score(sentiment)}`,
    ...(checked === '' ? [] : [checked]),
  ].join('\n');
}
