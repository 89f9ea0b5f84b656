import { newcomer, rivals } from '../fragments/places.ts';
import type { Deal } from './decks.ts';

/** From this moment on, six in ten customers who name a rival name the newcomer. */
export const newcomerFrom = new Date('2026-10-12T00:00:00Z');

/** Deals the companies round among those who name one. */
export function rivalDealer(receivedAt: Date, deal: Deal): () => string {
  const anybody = () => true;
  if (receivedAt < newcomerFrom) return () => deal('rival', rivals, anybody);
  return () => deal('late rival', [...rivals, ...Array(6).fill(newcomer)], anybody);
}
