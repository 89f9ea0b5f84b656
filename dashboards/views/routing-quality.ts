import { type Static, Type } from '@sinclair/typebox';
import { CategoryLink, nullable } from './shared.ts';

const Team = Type.Object({ team: Type.String(), name: Type.String() });

/** A share with its interval. */
export const Interval = Type.Object({ share: Type.Number(), lower: Type.Number(), upper: Type.Number() });
export type Interval = Static<typeof Interval>;

/** What comes of a threshold. */
export const CurvePointView = Type.Object({
  /** Null where nothing is routed by itself. */
  threshold: nullable(Type.Number()),
  routed: Type.Integer(),
  share: Type.Number(),
  /** Share of wrong teams among what is routed by itself. */
  errors: Interval,
  /** Mean cost of a complaint. */
  cost: Type.Number(),
});
export type CurvePointView = Static<typeof CurvePointView>;

const stateOf = Type.Unsafe<'candidate' | 'shadow' | 'live' | 'retired'>({
  type: 'string',
  enum: ['candidate', 'shadow', 'live', 'retired'],
});

/** A model that routes, and what it would do at its threshold by its backtest. */
export const RoutingModelRow = Type.Object({
  id: Type.Integer(),
  madeAt: Type.String(),
  source: Type.String(),
  examples: Type.Integer(),
  state: stateOf,
  changedAt: Type.String(),
  /** Complaints of the backtest. */
  complaints: Type.Integer(),
  now: CurvePointView,
  href: Type.String(),
});
export type RoutingModelRow = Static<typeof RoutingModelRow>;

/** Whether complaints go where they belong, and what it would take to let more of them go by themselves. */
export const RoutingQualityView = Type.Object({
  confidence: Type.Number(),
  costs: Type.Object({ misroute: Type.Number(), look: Type.Number() }),
  models: Type.Array(RoutingModelRow),
  /** The model that the curve is about; null where there is none yet. */
  chosen: nullable(
    Type.Object({
      model: RoutingModelRow,
      points: Type.Array(CurvePointView),
      best: CurvePointView,
      teams: Type.Array(
        Type.Object({
          team: Team,
          complaints: Type.Integer(),
          routed: Type.Integer(),
          right: Type.Integer(),
          precision: nullable(Interval),
        }),
      ),
      confusions: Type.Array(Type.Object({ truth: Team, given: Team, count: Type.Integer() })),
    }),
  ),
  /** Closed cases that are there to learn from, and how many it takes. */
  closed: Type.Integer(),
  fewestExamples: Type.Integer(),
  /** By the team that cases were first sent to: of those closed, how many stayed there. */
  accuracy: Type.Array(
    Type.Object({
      team: Team,
      closed: Type.Integer(),
      stayed: Type.Integer(),
      reopened: Type.Integer(),
      share: Interval,
      /** Share that stayed, week by week; null for a week without closed cases. */
      weeks: Type.Array(nullable(Type.Number())),
    }),
  ),
  /** How far the topics of the latest four weeks' complaints lie from those before; null where there is too little. */
  drift: nullable(
    Type.Object({
      index: Type.Number(),
      p: Type.Number(),
      drifted: Type.Boolean(),
      /** The topics that moved most. */
      movers: Type.Array(Type.Object({ category: CategoryLink, before: Type.Number(), since: Type.Number() })),
    }),
  ),
  /** What runs in the shadow, beside what was done. */
  shadow: nullable(
    Type.Object({
      candidate: Type.String(),
      complaints: Type.Integer(),
      agree: Type.Integer(),
      /** Of those closed since: where each was right. */
      closed: Type.Integer(),
      liveRight: Type.Integer(),
      shadowRight: Type.Integer(),
      differences: Type.Array(
        Type.Object({
          href: Type.String(),
          title: Type.String(),
          live: Team,
          shadow: Team,
          score: Type.Number(),
          settled: nullable(Team),
        }),
      ),
    }),
  ),
});
export type RoutingQualityView = Static<typeof RoutingQualityView>;
