import type { TopicFragments } from '../topic.ts';

export const porting: TopicFragments = {
  subjects: ['Number transfer', 'My old number has not been moved', 'Porting in my number', 'keep my number - stuck'],
  problem: [
    'My old number should have been transferred on {date} and it is still not here.',
    'I gave you the porting code and you let it expire.',
    'The port went half through: I can ring out with my number, but nobody can ring me.',
    'You transferred my number to the wrong SIM.',
    'The form to bring my number over says that the code is invalid, my old network says that it is fine.',
    'I have had this number for twenty years and at the moment it belongs to nobody, thanks to the port.',
    'Porting one number takes one working day by law, you are on day {days}.',
    'I was given a temporary number until the transfer, printed it on nothing luckily, and there is no end in sight.',
    'Half my texts go to the old phone and half to the new one since the number was moved.',
    'Our landline number was lost in the move to your fibre, it was on every van we own.',
    'I asked to keep my number. I was given a new one. I do not want a new one.',
    'You say the old network is holding up the transfer of the number, they say it is you.',
  ],
  detail: [
    'The code runs out on {future}.',
    'I put in the request twice, to be safe.',
    'I was told "by close of business". Of which business, I wonder.',
    'The number ends in {number}.',
  ],
  consequence: [
    'Patients ring a dead line.',
    'None of my two-step logins work.',
    'My mother thinks that I have blocked her.',
    'I carry two phones about like some sort of dealer.',
  ],
  request: [
    'Please complete the transfer of my number.',
    'Please tell me on which day the number moves.',
    'Get my number back, whatever it takes.',
    'Can you request a new code on my behalf?',
  ],
  praise: [
    'Moving my number over took a few hours and I noticed nothing.',
    'I kept my number and the transfer was painless.',
    'Sent the code at nine, my number was with you by noon. Smooth.',
    'Brought four numbers over for the whole family in a day.',
    'The porting team texted me at each step, very reassuring.',
    'I was dreading the number transfer and it just happened.',
  ],
  terse: [
    'number transfer took {weeks} weeks',
    'Lost my number in the port',
    'porting my number was a nightmare',
    'old number still not transferred',
    'Could not keep my number',
    'half my calls go to the old sim since the number move',
  ],
  spoken: [
    "I gave you the code to bring my number over, and it's, it's expired now because nobody used it",
    'people ring my number and it just goes dead, since the, the transfer',
    "it's my number, I've had it for twenty years, I don't want a new one",
    'I can call out, but nobody can call me on my old number',
  ],
  agent: [
    "I'm sorry the transfer has stalled, I'll speak to the porting desk.",
    'I do apologise, the code had lapsed by the time it was entered.',
    "I'm sorry about that. The number should move by tomorrow morning.",
  ],
};
