import type { TopicFragments } from '../topic.ts';

export const parental: TopicFragments = {
  subjects: [
    'Parental controls',
    'Parental controls not working',
    'filter blocks the wrong things',
    'Child safety settings',
  ],
  problem: [
    'The parental controls switched themselves off and I found out from my nine year old.',
    'Your parental controls block the school’s homework site and let the rest through.',
    'I cannot turn on the parental controls without a PIN that I was never given.',
    'The bedtime setting of the parental controls ignores the tablet.',
    'Parental controls work on the broadband but not on the mobile of the same child.',
    'The child filter is off after every update, and I have to notice by myself.',
    'I am a grown woman without children and cannot get the adult filter removed from my line.',
    'The parental controls page logs me out before I can save.',
    'My son got round the parental controls in about four minutes. He is eleven.',
    'The family filter blocks a breast cancer charity, which I think is shameful.',
    'I asked you to put a bar on in-app purchases for my daughter’s phone and the parental control does nothing of the kind.',
    'There is no way to set different parental controls for a five and a fifteen year old.',
  ],
  detail: [
    'I set it up exactly as in the guide.',
    'It shows a green tick, and yet nothing is filtered.',
    'I have an account of my own with full rights.',
    'It worked until {month}.',
  ],
  consequence: [
    'She has seen things I would rather she had not.',
    'I take the phone away at night now, with all the shouting that goes with it.',
    'The teacher asked me why he never hands anything in.',
    'I do not feel that my children are safe online.',
  ],
  request: [
    'Please switch the filter on and lock it.',
    'Please send me the PIN.',
    'Please allow the school’s address.',
    'Can someone talk me through the settings?',
  ],
  praise: [
    'The parental controls are easy and the kids have stopped arguing.',
    'Bedtime mode is a gift to parents.',
    'Good parental controls, I can set them for each child.',
    'You helped me to set up the filter for my grandson, very patient.',
    'The weekly report of the parental controls is useful without being nosy.',
    'Feels good to know the filter just works on every device.',
  ],
  terse: [
    'parental controls useless',
    'Parental controls reset themselves',
    'filter blocks homework sites',
    'cannot find the PIN for parental controls',
    'Kids get round the filter',
  ],
  spoken: [
    "the parental controls, they've gone off, and my, my nine year old told me",
    "it's asking for a PIN for the parental controls, and I've never, I've never had a PIN",
    'it blocks the school website, of all things',
    "I just want it to, you know, to switch off at nine for the kids, and it doesn't",
  ],
  agent: [
    "I'm sorry about that, I'll reset the PIN for the parental controls.",
    'I apologise, the filter went back to its defaults after an update.',
    "I'm sorry, I have children too and I quite understand.",
  ],
};
