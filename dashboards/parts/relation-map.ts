import { facetNames, formatRatio } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Relations } from '../views/relations.ts';
import type { RelationRow } from '../views/shared.ts';
import { categoryLink } from './category.ts';
import { countLink } from './count.ts';
import { figure } from './figure.ts';
import { mood } from './mood.ts';
import { checkWords } from './relation-checks.ts';
import { strengthClass } from './relation-table.ts';

type RelationMap = Relations['map'];

/** The relation map twice: as a heat map and as a network, one shown at a time where scripts run. */
export function relationMap(map: RelationMap): Html {
  return html`<div class="tabs" data-tabs>
<div role="tablist" aria-label="Pictures of the relations">
<button role="tab" id="tab-heat" aria-controls="panel-heat" aria-selected="true">Heat map</button>
<button role="tab" id="tab-network" aria-controls="panel-network" aria-selected="false" tabindex="-1">Network</button>
</div>
<div role="tabpanel" id="panel-heat" aria-labelledby="tab-heat">${heatMap(map)}</div>
<div role="tabpanel" id="panel-network" aria-labelledby="tab-network">${network(map)}</div>
</div>`;
}

function heatMap({ nodes, relations }: RelationMap): Html {
  const byPair = new Map(relations.map((row) => [pairKey(row.antecedent.id, row.consequent.id), row]));
  return figure({
    name: 'heat',
    kind: 'heat-map',
    title: 'Heat map of relations',
    says: 'Each cell is a pair of categories, coloured by the lower bound of their lift; the mark in it is the satisfaction of the texts that name both.',
    data: pictureData({ nodes, relations }),
    table: html`<table class="matrix"><caption>Lower bound L of the lift of each pair</caption><thead><tr><th scope="col">Category</th>${nodes.map(({ category }) => html`<th scope="col" class="number">${category.fullName}</th>`)}</tr></thead><tbody>${nodes.map(
      (row) =>
        html`<tr><th scope="row">${row.category.fullName}</th>${nodes.map((column) => {
          const relation = byPair.get(pairKey(row.category.id, column.category.id));
          return html`<td class="number">${relation && cell(relation)}</td>`;
        })}</tr>`,
    )}</tbody></table>`,
  });
}

function cell(relation: RelationRow): Html {
  return html`<a class="strength ${strengthClass(relation.lower)}" href="${relation.observed.href}">${formatRatio(relation.lower)}</a>`;
}

function network({ nodes, relations }: RelationMap): Html {
  return figure({
    name: 'network',
    kind: 'network',
    title: 'Network of relations',
    says: 'Circles are categories, as large as their number of texts and shaded by satisfaction; lines join those that go together, the stronger the darker.',
    data: pictureData({ nodes, relations: relations.filter(({ lower }) => lower > 1) }),
    table: html`<table><caption>Categories of the network and what each goes together with</caption><thead><tr><th scope="col">Category</th><th scope="col">Facet</th><th scope="col" class="number">Texts</th><th scope="col" class="number">Satisfaction</th><th scope="col">Goes together with</th></tr></thead><tbody>${nodes.map(
      ({ category, facet, texts, sentiment, grade }) =>
        html`<tr><th scope="row">${categoryLink(category)}</th><td>${facetNames[facet]}</td><td class="number">${countLink(texts, `texts about ${category.fullName}`)}</td><td class="number">${mood(sentiment, grade)}</td><td>${partners(category.id, relations)}</td></tr>`,
    )}</tbody></table>`,
  });
}

function partners(id: string, relations: readonly RelationRow[]): Html {
  const found = relations.filter(
    ({ lower, ...row }) => lower > 1 && (row.antecedent.id === id || row.consequent.id === id),
  );
  return html`${found.map((row, at) => {
    const other = row.antecedent.id === id ? row.consequent : row.antecedent;
    return html`${at > 0 && ', '}${other.fullName} (${formatRatio(row.lower)})`;
  })}`;
}

/** What the scripts draw from. */
function pictureData({ nodes, relations }: RelationMap): object {
  const place = new Map(nodes.map(({ category }, at) => [category.id, at]));
  return {
    nodes: nodes.map(({ category, facet, texts, sentiment, grade }) => ({
      name: category.name,
      fullName: category.fullName,
      facet: facetNames[facet],
      texts: texts.count,
      href: category.href,
      ...{ sentiment, grade },
    })),
    relations: relations.map(
      ({ antecedent, consequent, observed, expected, lift, lower, upper, sentiment, grade, checks }) => ({
        from: place.get(antecedent.id),
        to: place.get(consequent.id),
        observed: observed.count,
        href: observed.href,
        ...{ expected, lift, lower, upper, sentiment, grade, checked: checkWords(checks) },
      }),
    ),
  };
}

function pairKey(a: string, b: string): string {
  return [a, b].sort().join('\n');
}
