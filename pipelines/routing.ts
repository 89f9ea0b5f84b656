import type { RoutingPipeline } from '../src/pipeline.ts';
import { banking } from './routing/banking.ts';
import { retail } from './routing/retail.ts';
import { telecoms } from './routing/telecoms.ts';

/** Who gets which complaint, by the taxonomy that the rules speak of. The first rule that fits wins. */
export const routing = { telecoms, banking, retail } satisfies RoutingPipeline;
