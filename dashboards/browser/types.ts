import type { ECharts } from 'echarts';

export type Chart = ECharts;

/** A relation as the pictures read it; `from` and `to` are places in the list of nodes. */
export interface DrawnRelation {
  from: number;
  to: number;
  observed: number;
  href: string;
  expected: number;
  lift: number;
  lower: number;
  upper: number;
  sentiment: number;
  grade: number;
  /** What becomes of it within coded fields; empty where it was not looked at. */
  checked: string;
}

export interface DrawnNode {
  name: string;
  fullName: string;
  facet: string;
  texts: number;
  href: string;
  sentiment: number | null;
  grade: number | null;
}

export interface DrawnMap {
  nodes: DrawnNode[];
  relations: DrawnRelation[];
}
