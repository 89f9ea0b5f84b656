import type { TopicFragments } from '../topic.ts';

export const simActivation: TopicFragments = {
  subjects: ['SIM not activated', 'New SIM does not work', 'sim card activation {ref}', 'Replacement SIM'],
  problem: [
    'My new SIM should have been active within 24 hours and after {days} days it still is not.',
    'I followed the steps to activate the SIM and got "something went wrong" at the last one.',
    'You activated the wrong SIM, so my daughter now has my number and I have hers.',
    'The SIM arrived without an activation code, and the code is what your page asks for.',
    'The replacement SIM killed the old one immediately but does not work itself.',
    'I have been sent three SIM cards for one order and none of them will activate.',
    'SIM activation needs a code by text, to a phone that has no working SIM. Think about that for a moment.',
    'The SIM was activated on {date} before it had even been delivered, and I pay from that day.',
    'My eSIM profile installed and then sat at "activating" all weekend.',
    'Your letter says the SIM is ready, my phone says invalid SIM.',
    'I got a nano SIM, cut it out as shown, and the tray of my {phone} will not read it.',
    'Five SIMs for the staff were ordered, two activated, three seem to have fallen behind a radiator somewhere.',
  ],
  detail: [
    'The number on the back ends in {number}.',
    'I tried it in two phones.',
    'The activation page simply reloads.',
    'Your shop in {town} said that it can only be done centrally.',
  ],
  consequence: [
    'I have been without a phone since then.',
    'My boss has started leaving notes on my desk.',
    "I'm paying for two SIMs and using none.",
    'I cannot log in to my bank, as the codes go to the dead SIM.',
  ],
  request: [
    'Please activate the SIM ending {number}.',
    'Please send a SIM that works.',
    'Can this be done today?',
    'Please start the contract from the day that the SIM works.',
  ],
  praise: [
    'The SIM was active before I had finished my tea.',
    'SIM came next day and activating it was child’s play.',
    'I lost my phone on a {weekday} and had a working replacement SIM by the evening.',
    'Setting up the eSIM took two minutes, surprisingly painless.',
    'A very simple activation, even I managed it and I am 81.',
    'All five SIMs for the office were activated at once, first time.',
  ],
  terse: [
    'SIM took {days} days to activate',
    'sim never activated',
    'Wrong SIM activated, chaos',
    'eSIM stuck on activating',
    'Activation code missing from the pack',
    'new sim not working',
  ],
  spoken: [
    "I've got the new SIM in and it's, it's not active, it says invalid",
    "you activated the wrong one, I think, because my daughter's getting my, my texts",
    "it asks for a code that it sends by text, but I can't get texts, 'cause the SIM's not activated, do you see",
    "I've been through the activation, like, {times} times",
  ],
  agent: [
    "I'm sorry the SIM hasn't activated. Could you read me the last digits on it?",
    'I apologise for that mix-up, I can see the two numbers have been swapped.',
    "Sorry about this, I'll push the activation through by hand.",
  ],
};
