import { answers } from '../../pipelines/answers.ts';
import { cases } from '../../pipelines/cases.ts';
import { delivery } from '../../pipelines/delivery.ts';
import { intake } from '../../pipelines/intake.ts';
import { nightly } from '../../pipelines/nightly.ts';
import { quality } from '../../pipelines/quality.ts';
import { routing } from '../../pipelines/routing.ts';
import { training } from '../../pipelines/training.ts';
import type { Pipelines } from '../context.ts';

/** What the colleagues declared. */
export const pipelines: Pipelines = { answers, cases, delivery, intake, nightly, quality, routing, training };
