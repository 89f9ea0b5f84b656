import type { Together } from '../../cases/cases-pipeline.ts';
import type { Destinations } from '../deliveries/announce.ts';

/** What shapes cases as they are opened and changed. */
export interface CaseSettings {
  together: Together;
  destinations: Destinations;
}

/** Every complaint by itself, and nobody told. */
export const plainCases: CaseSettings = { together: { thread: false, sameTopicDays: 0 }, destinations: {} };
