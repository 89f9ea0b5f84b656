import type { TopicFragments } from '../topic.ts';

/** Praise only: whoever finds it too dear speaks of `priceRise` or `overcharge`. */
export const goodValue: TopicFragments = {
  subjects: ['Just to say thank you', 'Good value', 'A happy customer for once', 'Well done Larkfield'],
  problem: [],
  detail: [],
  consequence: [],
  request: [],
  praise: [
    'For {price} a month you get a lot here, very good value.',
    'I looked around before renewing and honestly nothing came near it for value for money.',
    'Great value, does what it says on the tin.',
    'Cheapest deal I have had in {years} years and it works just as well.',
    'The bundle saves us about {sum} a year, I did the sums.',
    'Good price for what you get, especially with the two extra lines for the kids.',
    'Fair prices and no tricks, that is all I ask.',
    'The student plan is brilliant value, half my course is on it now.',
    'Excellent value for money, and the sign-up offer was honoured to the letter.',
    'Reasonable price, would recommend to anyone on a budget.',
    'I pay less than I did ten years ago and get five times as much, no complaints about the price whatsoever.',
    'We switched over to you to save money and that is precisely what happened.',
    'Very competitive price for the business line.',
    'It is affordable, and for a pensioner that counts for a great deal.',
    'My mates all pay more, so the price is a win for me.',
    'Worth every penny.',
  ],
  terse: [
    'good value',
    'Cheap and it works',
    'great price for what you get',
    'best value I could find',
    'Fair price, honest bill',
    'value for money :)',
    'Low cost, no bother',
    'cannot fault the price',
  ],
  spoken: [
    'to be fair the price is really good, I have no problem with the price',
    "it's good value, I tell everyone that",
    "for what I pay, {price}, I can't complain, it's good value for money",
  ],
  agent: ['That is lovely to hear, thank you.', "Oh that's great, I'm glad you're getting good value."],
};
