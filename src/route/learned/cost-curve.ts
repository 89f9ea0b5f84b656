import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { isRight, type JudgedRoute, topScore } from './judged-route.ts';

/** What a mistake and a look cost, in one unit of the lead's choice: money, or minutes. */
export interface RoutingCosts {
  /** A complaint that went to a wrong team. */
  misroute: number;
  /** A person who looks at a complaint and passes it on. */
  look: number;
}

/** What comes of routing every complaint whose score reaches `threshold`, and of looking at all others. */
export interface CurvePoint {
  threshold: number;
  /** Complaints routed by themselves, and how many of them rightly. */
  routed: number;
  right: number;
  /** Share of all complaints that is routed by itself. */
  share: number;
  /** Share of wrong teams among what is routed, with its interval; 0 to 1 where nothing is routed. */
  errors: { share: number; lower: number; upper: number };
  /** Mean cost of a complaint. */
  cost: number;
}

export interface CostCurve {
  complaints: number;
  /** From routing nothing to routing everything. */
  points: CurvePoint[];
  /** The point of least cost; of several, the one that routes least. */
  best: CurvePoint;
}

/** More points than this nobody can tell apart in a picture. */
const mostPoints = 101;

/**
 * The curve of how much is routed by itself against how often that is wrong, and the threshold of least cost (C. K. Chow,
 * IEEE Transactions on Information Theory 16, 1970: for honest probabilities, 1 − look/misroute).
 * @param judged complaints that the model never saw in training.
 * @param confidence of the error's interval, two-sided, such as 0.95.
 * @throws RangeError where a cost is negative or not a number, or nothing was judged.
 */
export function costCurve(judged: JudgedRoute[], costs: RoutingCosts, confidence: number): CostCurve {
  requireCosts(costs);
  if (judged.length === 0) throw new RangeError('costCurve got no judged complaints; a curve needs some.');
  const sorted = judged.map((one) => ({ score: topScore(one), right: isRight(one) })).sort((a, b) => b.score - a.score);
  const points: CurvePoint[] = [pointAt(Infinity, 0, 0, judged.length, costs, confidence)];
  let right = 0;
  for (const [index, { score, right: isHit }] of sorted.entries()) {
    if (isHit) right += 1;
    // Equal scores are routed together or not at all.
    if (sorted[index + 1]?.score === score) continue;
    points.push(pointAt(score, index + 1, right, judged.length, costs, confidence));
  }
  const best = points.reduce((least, point) => (point.cost < least.cost ? point : least));
  return { complaints: judged.length, points: thin(points, best), best };
}

/** The point of the curve for a threshold that is set already. */
export function costAt(judged: JudgedRoute[], threshold: number, costs: RoutingCosts, confidence: number): CurvePoint {
  requireCosts(costs);
  const routed = judged.filter((one) => topScore(one) >= threshold);
  return pointAt(threshold, routed.length, routed.filter(isRight).length, judged.length, costs, confidence);
}

function pointAt(
  threshold: number,
  routed: number,
  right: number,
  complaints: number,
  { misroute, look }: RoutingCosts,
  confidence: number,
): CurvePoint {
  const wrong = routed - right;
  const errors =
    routed === 0
      ? { share: 0, lower: 0, upper: 1 }
      : { share: wrong / routed, ...wilsonInterval(wrong, routed, confidence) };
  const cost = complaints === 0 ? 0 : (wrong * misroute + (complaints - routed) * look) / complaints;
  return { threshold, routed, right, share: complaints === 0 ? 0 : routed / complaints, errors, cost };
}

/** Keeps the ends, the best, and what lies at even shares between. */
function thin(points: CurvePoint[], best: CurvePoint): CurvePoint[] {
  if (points.length <= mostPoints) return points;
  let next = 0;
  return points.filter((point, index) => {
    const isDue = point.share * (mostPoints - 1) >= next || index === points.length - 1;
    if (isDue) next = Math.floor(point.share * (mostPoints - 1)) + 1;
    return isDue || point === best;
  });
}

function requireCosts({ misroute, look }: RoutingCosts): void {
  for (const [name, value] of Object.entries({ misroute, look })) {
    if (Number.isFinite(value) && value >= 0) continue;
    throw new RangeError(`The cost "${name}" is ${value}; it should be a number of at least 0.`);
  }
}
