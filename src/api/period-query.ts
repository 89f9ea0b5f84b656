import { type Static, Type } from '@sinclair/typebox';
import { ChannelSchema, type Period } from '../../dashboards/views/shared.ts';
import { everyText, type TextFilter } from '../store/read/filter.ts';
import { FilterQuery, readFilter } from './filter-query.ts';

/** What an overview can be kept to: days and a channel. */
export const PeriodQuery = Type.Object(
  { from: FilterQuery.properties.from, to: FilterQuery.properties.to, channel: Type.Optional(ChannelSchema) },
  { additionalProperties: false },
);
export type PeriodQuery = Static<typeof PeriodQuery>;

/** @throws UserError when a day is none of the calendar. */
export function readPeriod({ channel, ...days }: PeriodQuery, action: string): { period: Period; filter: TextFilter } {
  const { fromDay, toDay } = readFilter(days);
  return {
    period: { action, from: fromDay, to: toDay, channel: channel ?? null },
    filter: { ...everyText, fromDay, toDay, channels: channel ? [channel] : [] },
  };
}
