import { commonOption, type Palette } from './palette.ts';
import type { Chart, DrawnMap, DrawnNode, DrawnRelation } from './types.ts';
import { count, cut, score } from './words.ts';

/** Categories as circles, shaded by satisfaction; relations above chance as lines, the stronger the deeper and broader. */
export function drawNetwork(chart: Chart, { nodes, relations }: DrawnMap, palette: Palette): void {
  const common = commonOption(palette);
  const most = Math.max(...nodes.map(({ texts }) => texts), 1);
  const isNarrow = chart.getWidth() < 640;
  chart.setOption({
    ...common,
    tooltip: {
      ...common.tooltip,
      formatter: (shown: { data?: { node?: DrawnNode; relation?: DrawnRelation } }) => tooltip(shown.data, nodes),
    },
    series: [
      {
        type: 'graph',
        layout: 'force',
        roam: 'move',
        force: {
          repulsion: isNarrow ? 130 : 330,
          edgeLength: isNarrow ? [40, 110] : [70, 190],
          gravity: 0.12,
          layoutAnimation: false,
          initLayout: 'circular',
        },
        top: 20,
        bottom: 20,
        label: {
          show: true,
          position: 'right',
          color: palette.ink,
          fontSize: isNarrow ? 10 : 12,
          textBorderColor: palette.card,
          textBorderWidth: 3,
        },
        labelLayout: { hideOverlap: false },
        emphasis: { focus: 'adjacency', label: { show: true } },
        data: nodes.map((node, at) => circle(node, at, most, palette)),
        links: relations.map((relation) => link(relation, palette)),
      },
    ],
  });
}

function circle(node: DrawnNode, at: number, most: number, palette: Palette): object {
  return {
    id: String(at),
    name: cut(node.name.split(' › ').at(-1) ?? node.name, 26),
    // The area, not the width, is in proportion to the texts.
    symbolSize: 10 + 38 * Math.sqrt(node.texts / most),
    itemStyle: { color: palette.mood(node.grade), borderColor: palette.card, borderWidth: 2 },
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
    lineStyle: { color: strengths[step], width: 1 + step, opacity: 0.9, curveness: 0.08 },
  };
}

function tooltip(shown: { node?: DrawnNode; relation?: DrawnRelation } | undefined, nodes: DrawnNode[]): string {
  if (shown?.node) {
    const { name, facet, texts, sentiment } = shown.node;
    return `${name}\n${facet}\n${count(texts)} texts\nSatisfaction ${score(sentiment)}`;
  }
  if (!shown?.relation) return '';
  const { from, to, observed, expected, lower, sentiment } = shown.relation;
  return `${nodes[from]?.name}\nwith ${nodes[to]?.name}\n${count(observed)} texts, ${expected.toFixed(1)} by chance\nL ${lower.toFixed(2)}\nSatisfaction ${score(sentiment)}`;
}
