import type { TopicFragments } from '../topic.ts';

/** Every line names a rival; which one is the customer's choice (`words/rival.ts`). */
export const competitor: TopicFragments = {
  subjects: ['{rival} is cheaper', '{rival} offer', 'Match {rival}?', 'Moving to {rival}'],
  problem: [
    '{rival} offers the same for {rivalPrice} a month.',
    'My neighbour is with {rival} and has none of this.',
    '{rival} would connect us next week for {rivalPrice}.',
    'I have an offer from {rival} in front of me, and it is a good deal better than yours.',
    'I was with {rival} before and never had such trouble.',
    'It is cheaper at {rival}, by some distance.',
    'Even {rival} manages this, and they are not exactly famous for service.',
    'I rang {rival} this morning, and they answered straight away.',
    '{rival} does it for {rivalPrice}, no contract, no questions.',
    'People at work swear by {rival}.',
    'I have seen the adverts of {rival} all over {town}, and they look better by the day.',
    'A colleague moved to {rival} in {month} and has not looked back.',
    'I compared: {rival} {rivalPrice}, you {price}. Go figure.',
    '{rival} are digging up our road at the moment, which I take as a hint.',
  ],
  detail: [
    'Same speed, same length of contract.',
    'They would also pay my exit fee.',
    'I checked the small print.',
    'They even have a shop in {town}.',
  ],
  consequence: [
    'It makes me wonder what I am paying for.',
    'You can see why I am tempted.',
    'Draw your own conclusions.',
  ],
  request: [
    'Can you match {rival}?',
    'What can you offer me against that?',
    'Give me one reason not to sign with {rival}.',
  ],
  praise: [
    'Much better than {rival}, where I was before.',
    'I came from {rival} and the difference is night and day.',
    '{rival} could not do it, you could.',
    'My sister is with {rival} and envies me.',
    'I tried {rival} for a month and came straight back to you.',
    'You beat {rival} on every count.',
  ],
  terse: [
    '{rival} is cheaper',
    'same thing for {rivalPrice} at {rival}',
    'should have gone to {rival}',
    '{rival} do it better',
    'my friends are all with {rival}',
    'moved my other line to {rival}',
    'looking at {rival} now',
  ],
  spoken: [
    'I can get the same from {rival} for {rivalPrice}, I have, I have it here on the screen',
    "my mate's with {rival}, and he's, he's got none of this",
    "I've been on to {rival}, and they said, um, they said {rivalPrice}",
    'why would I pay {price} when {rival} is {rivalPrice}',
  ],
  agent: [
    'I understand, let me see whether I can come close to that.',
    "I'm sorry to hear that. May I ask what they have offered you?",
    'I see. I cannot always match other providers, but let me try.',
  ],
};
