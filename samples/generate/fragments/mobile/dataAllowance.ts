import type { TopicFragments } from '../topic.ts';

export const dataAllowance: TopicFragments = {
  subjects: ['Data allowance used up?', 'Where did my {gb} go', 'Data usage', 'My data'],
  problem: [
    'You say that I used all {gb} of my data in {days} days, which is impossible.',
    'My unlimited data slows to a crawl after {gb}, so it is not unlimited.',
    'My data allowance went from {gb} to zero overnight while the phone lay on a charger.',
    'The data I had left over was supposed to roll over and it did not.',
    'I bought a data add-on for {fee} and it never appeared.',
    'I get the "you have used 80 per cent of your data" text on the second of the month.',
    'The family sharing of data stopped working, so one has {gb} spare and the other has nothing.',
    'The counter for my data in your app and the one in my {phone} differ by a factor of three.',
    'Automatic data top-ups were switched on without me knowing, {fee} a time.',
    'I downgraded because I use little data and you removed the allowance before the new month began.',
    'Tethering uses up my data twice as fast as the phone does, how come?',
    'My plan says {gb} and the usage page says I only have half of that allowance.',
  ],
  detail: [
    'I am on wifi at home and at work.',
    'Background data is off for everything but messages.',
    'It has only happened since the plan was changed in {month}.',
    'There is no list of what used it, merely a total.',
  ],
  consequence: [
    'I had to do my coursework in the library.',
    'My satnav stopped halfway to {town}.',
    "I'm buying extras every month now.",
    'The kids were unbearable on the drive, as you may imagine.',
  ],
  request: [
    'Please check the data usage on my number.',
    'Please add the missing data back.',
    'Switch off automatic top-ups, please.',
    'Show me where the data went.',
  ],
  praise: [
    'More data than I can ever use, and it rolls over.',
    'The data boost over the summer was a lovely surprise.',
    'I can share my data with the whole family, works a treat.',
    'Really generous data allowance for a student plan.',
    'Unlimited data that is really unlimited, I have tried hard to find the limit.',
    'You doubled my data for free after I asked nicely.',
  ],
  terse: [
    'data runs out too fast',
    'Unlimited data is throttled',
    'not enough data for the price',
    'rollover data vanished',
    'Data add-on never arrived',
    '{gb} gone in {days} days?',
  ],
  spoken: [
    "it says I've used all my data, and I'm, I'm on wifi all day, so how",
    "it's meant to be unlimited, but it goes, like, really slow after {gb}",
    "I bought the add-on, the data thing, and it's not there",
    'my data went overnight, I was asleep',
  ],
  agent: [
    "I'm sorry about that, let me look at the usage for this month.",
    'I apologise, the add-on was put on the other number.',
    "I'm sorry. I'll add five gigabytes to keep you going.",
  ],
};
