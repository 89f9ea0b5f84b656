import type { Channel } from '../../../src/types.ts';
import type { TopicName } from '../fragments/topic.ts';
import type { Customer } from './customers.ts';

export interface Point {
  topic: TopicName;
  stance: 'problem' | 'praise';
}

/** One text to be written, before it is known by whom and when. */
export interface Step {
  channel: Channel;
  points: Point[];
  /** Days after the step before, from and to; the first step has none. */
  gap?: [number, number];
  /** An answer to Larkfield's answer to the mail before. */
  reply?: true;
  /** A survey answer that names nothing. */
  says?: { text: string; score: number };
}

/** What one customer goes through: one text mostly, several where one thing leads to another. */
export interface Story {
  steps: Step[];
  /** Of the customer; English unless told. */
  language?: 'zh';
  /** Which customers it can happen to. */
  who?: (customer: Customer) => boolean;
  /** Days of the window in which the first step falls, both included; the whole window unless told. */
  between?: [number, number];
}

/** One text with its writer and its time. */
export interface Contact extends Step {
  customer: Customer;
  receivedAt: Date;
  /** The customer's earlier mails in this thread, oldest first. */
  earlier: Contact[];
  /** Whether its story has no other text. */
  alone: boolean;
  /** Names the contact's own stream of chance. */
  key: string;
}

export const trouble = (...topics: TopicName[]): Point[] => topics.map((topic) => ({ topic, stance: 'problem' }));
export const praise = (...topics: TopicName[]): Point[] => topics.map((topic) => ({ topic, stance: 'praise' }));

/** The same text told `count` times, each by somebody else. */
export function times(count: number, story: Story): Story[] {
  return Array.from({ length: count }, () => story);
}

/** A story of one text. */
export function once(channel: Channel, points: Point[], rest: Omit<Story, 'steps'> = {}): Story {
  return { steps: [{ channel, points }], ...rest };
}
