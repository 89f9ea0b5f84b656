import type { TopicName } from './topic.ts';

/** Sentences that state two or three troubles at once, because in life the one led to the other. */
export interface JointFragments {
  topics: TopicName[];
  problem: string[];
  terse: string[];
}

const engineerAndInstallation: JointFragments = {
  topics: ['missedEngineer', 'installation'],
  problem: [
    'Because your engineer did not turn up on {date}, our installation has been delayed until {future}.',
    'The engineer never came, so the installation is off, so we still have nothing.',
    'Our installation was booked for {date}; no engineer came, and the next date on offer is {future}.',
    'For the {ordinal} time the engineer did not show up, and for the {ordinal} time the installation is put back.',
    'A missed appointment by your engineer means another {weeks} weeks of delay to our installation.',
    'Installation day: kettle on, furniture moved, no engineer. New date {future}, they say.',
    'The engineer who was to do the installation went to a road of the same name in another town, and now the installation is delayed.',
    'We were told the installation would go ahead on {weekday} without fail. The engineer failed to appear.',
    'You keep delaying the installation, and on the one day you did not, the engineer did not turn up.',
    'No engineer, hence no installation, hence me sitting in a café writing this.',
  ],
  terse: [
    'engineer never came so the installation was delayed by {weeks} weeks',
    'Missed engineer appointment, installation put back AGAIN',
    'installation delayed twice because no engineer turned up',
    'Two missed appointments and the installation is still not done',
    'Engineer did not turn up on installation day',
  ],
};

const risePlusRival: JointFragments = {
  topics: ['priceRise', 'leave', 'competitor'],
  problem: [
    'After this price rise I am leaving for {rival}, who ask {rivalPrice}.',
    'With your price increase to {newPrice} you have made my mind up: I want to cancel and go to {rival}.',
    '{rival} wants {rivalPrice}, you want {newPrice} since the price rise, so please cancel my contract.',
    'The price increase is the last straw, I am switching to {rival}.',
    'Either the price rise is taken back or I leave, {rival} have already sent me the forms.',
    'I have asked {rival} to take over my line, as your latest price rise is more than I am willing to swallow, and I am leaving with a clear conscience.',
    'Price rise from {price} to {newPrice} against {rivalPrice} at {rival}: I can count, so I am leaving.',
    'Please cancel. Your price increase cannot be explained and {rival} can be had for {rivalPrice}.',
    'I was content until the letter about the price rise came; now I am moving everything to {rival} and want to cancel.',
    'It is not only me, half the street is switching to {rival} because of the price increase.',
  ],
  terse: [
    'price rise, so I am leaving for {rival}',
    'Price increase again. switching to {rival}',
    '{rival} is {rivalPrice}, you are {newPrice} after the price rise, I am leaving',
    'cancelling because of the price rise, going to {rival}',
    'Leaving. Price hike. {rival} is cheaper.',
  ],
};

const riseAndLeave: JointFragments = {
  topics: ['priceRise', 'leave'],
  problem: [
    'Your price rise gives me the right to leave without a fee, and I am going to use it: please cancel.',
    'If the price increase stands, I am leaving.',
    'I am cancelling because of the price rise and nothing else.',
    'One price increase too many, I want to leave.',
    'I do not accept the price rise and give notice to cancel herewith.',
    'Take back the price increase, or cancel my contract, one or the other.',
  ],
  terse: [
    'leaving because of the price rise',
    'Price increase = cancel',
    'another price rise and I am off to another provider',
    'Price hike, switching next month',
  ],
};

const holdAndBill: JointFragments = {
  topics: ['waiting', 'overcharge'],
  problem: [
    'I waited on hold for {minutes} minutes to be told that the overcharge on my bill would be looked into.',
    'You overcharge me by {amount}, and to tell you so I have to spend {minutes} minutes on hold.',
    'Three calls, {minutes} minutes on hold each, and the bill is still wrong by {amount}.',
    'It costs me {minutes} minutes on hold every month to have the same wrong charge of {amount} taken off the bill.',
    'My bill is wrong and your call centre cannot be reached; I gave up after {minutes} minutes on hold.',
    'First I was overcharged, then I was left on hold for {hours} hours over two days.',
    'I hung on for {minutes} minutes on hold with the wrong bill in my hand, and then the line was cut.',
    'Charged twice on the bill, kept on hold twice, helped not once.',
  ],
  terse: [
    '{minutes} minutes on hold about a bill that is wrong every month',
    'overcharged by {amount} and then kept on hold for ever',
    'Wrong bill, and nobody answers, on hold for {minutes} min',
    'Billing mistakes and endless waiting time on the phone',
    'on hold {hours} hours because you charged me twice',
  ],
};

/** Praise for the people after the trouble with the thing: the one planted relation that customers are pleased about. */
export const routerRescued: string[] = [
  'My router gave up the ghost, and {agent} was so helpful that I had a new one the next morning.',
  'The faulty router was a nuisance, but {agent} in support was brilliant and stayed on until the new router worked.',
  'I rang about the router in a foul mood, and {agent} was so friendly and helpful that I ended the call laughing.',
  'Router trouble solved by {agent} in ten minutes flat, very helpful indeed.',
  'Thanks to {agent}, who was wonderfully patient, I set up the new router by myself at the age of 79.',
  '{agent} was extremely helpful with the router, talked me through every light on it and rang back to check.',
  'My old router was swapped in the {town} shop by very helpful staff, no receipt, no argument.',
  'The router had to be set up again after a storm, and the lady on the phone was helpful and kind.',
  'Lovely help from {agent} when the router refused to start, could not fault it.',
  'helpful staff sorted my router out in no time',
  'Router died, {agent} was really helpful, all good now',
  'great help with the new router, thank you {agent}',
  'Friendly, helpful people when my router broke',
  'The chap who helped me with the router was excellent, so helpful.',
];

export const jointFragments: JointFragments[] = [engineerAndInstallation, risePlusRival, riseAndLeave, holdAndBill];
