import { fitInto, forceLayout } from './force-layout.ts';
import { commonOption, type Palette } from './palette.ts';
import type { Chart, DrawnMap, DrawnNode, DrawnRelation } from './types.ts';
import { count, cut, score } from './words.ts';

interface Shown {
  data?: { node?: DrawnNode; relation?: DrawnRelation };
}

/** Categories as circles, shaded by satisfaction; relations above chance as lines, the stronger the deeper and broader. */
export function drawNetwork(chart: Chart, { nodes, relations }: DrawnMap, palette: Palette): void {
  const common = commonOption(palette);
  const isNarrow = chart.getWidth() < 640;
  const most = Math.max(...nodes.map(({ texts }) => texts), 1);
  const joined = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const frame = { left: 30, right: isNarrow ? 90 : 150, top: 24, bottom: 24 };
  const room = {
    width: chart.getWidth() - frame.left - frame.right,
    height: chart.getHeight() - frame.top - frame.bottom,
  };
  const lines = relations.map(({ from, to, lower }) => ({ from, to, weight: 0.25 + Math.log2(lower) / 8 }));
  const places = fitInto(room, forceLayout(nodes.length, lines));
  chart.setOption({
    ...common,
    tooltip: { ...common.tooltip, formatter: ({ data }: Shown) => tooltip(data, nodes) },
    series: [
      {
        type: 'graph',
        layout: 'none',
        ...frame,
        label: {
          show: true,
          position: 'right',
          color: palette.ink,
          fontSize: isNarrow ? 10 : 12,
          textBorderColor: palette.card,
          textBorderWidth: 3,
        },
        emphasis: { focus: 'adjacency' },
        data: nodes.flatMap((node, at) =>
          joined.has(at) ? [circle(node, { at, most, isNarrow, places }, palette)] : [],
        ),
        links: relations.map((relation) => link(relation, palette)),
      },
    ],
  });
}

function circle(
  node: DrawnNode,
  { at, most, isNarrow, places }: { at: number; most: number; isNarrow: boolean; places: { x: number; y: number }[] },
  palette: Palette,
): object {
  return {
    id: String(at),
    name: cut(node.name, isNarrow ? 16 : 26),
    ...places[at],
    // The area, not the width, is in proportion to the texts.
    symbolSize: 9 + (isNarrow ? 20 : 34) * Math.sqrt(node.texts / most),
    itemStyle: { color: palette.mood(node.grade), borderColor: palette.card, borderWidth: 1.5 },
    href: node.href,
    node,
  };
}

function link(relation: DrawnRelation, { strengths }: Palette): object {
  const step = Math.min(4, 1 + Math.floor(Math.log2(relation.lower)));
  return {
    source: String(relation.from),
    target: String(relation.to),
    href: relation.href,
    relation,
    lineStyle: { color: strengths[step], width: 0.5 + 1.2 * step, opacity: 1, curveness: 0.06 },
  };
}

function tooltip(shown: Shown['data'], nodes: DrawnNode[]): string {
  if (shown?.node) {
    const { fullName, facet, texts, sentiment } = shown.node;
    return `${fullName}\n${facet}\n${count(texts)} texts\nSatisfaction ${score(sentiment)}`;
  }
  if (!shown?.relation) return '';
  const { from, to, observed, expected, lower, sentiment } = shown.relation;
  return [
    `${nodes[from]?.fullName}`,
    `with ${nodes[to]?.fullName}`,
    `${count(observed)} texts, ${expected.toFixed(1)} by chance`,
    `L ${lower.toFixed(2)}`,
    `Satisfaction ${score(sentiment)}`,
  ].join('\n');
}
