import type { TopicFragments } from '../topic.ts';

export const accessibility: TopicFragments = {
  subjects: [
    'Accessibility',
    'Disabled customer - please read',
    'Your duty to disabled customers',
    'Accessible service',
  ],
  problem: [
    'I am registered blind, and your app cannot be used with a screen reader.',
    'I am deaf. I have told you {times} times not to phone me, and you phoned me.',
    'I asked for my letters in large print and they still come in tiny grey type.',
    'There is a step at your {town} shop and no bell for wheelchair users.',
    'The identity check wants me to speak, and since my stroke I cannot.',
    'The text relay service is cut off by your menu before I can type an answer.',
    'My mother has dementia, and the system will not let me speak for her in spite of the form we sent in.',
    'The captcha on your page has no spoken version that anybody could understand.',
    'I have a tremor and your login gives me thirty seconds to type a code.',
    'Braille bills were promised to me in {month}.',
    'My brother is autistic and needs to know who is coming to the house; nobody could tell us.',
    'The subtitles have vanished from half the channels, and I rely on subtitles.',
  ],
  detail: [
    'It is noted on my account, or so I was told.',
    'It is not a matter of taste, I need it.',
    'Other companies seem to manage.',
    'I should not have to explain my disability to each new person.',
  ],
  consequence: [
    'I depend on my neighbour to read your letters to me.',
    'I feel shut out.',
    'I cannot manage my own account, at 46.',
    'It makes a small thing exhausting.',
  ],
  request: [
    'Please put a note on my account that I need large print.',
    'Please write, do not ring.',
    'Please make the app work with a screen reader.',
    'I would like to register as a vulnerable customer.',
  ],
  praise: [
    'The large print bill came straight away, thank you for thinking of us.',
    'Your sign language service is marvellous.',
    'The lady waited patiently while I typed through the relay, so considerate.',
    'I use a wheelchair and your shop in {town} is a joy to visit.',
    'The app reads out perfectly with VoiceOver, which is rare.',
    'You registered my father for priority repair without any fuss.',
  ],
  terse: [
    'print too small on the bills',
    'App does not work with my screen reader',
    'I am deaf and you keep ringing me',
    'No wheelchair access at the shop in {town}',
    'subtitles missing',
    'hard to use with arthritis, buttons too small',
  ],
  spoken: [
    "I'm partially sighted, so I can't, I can't read the letter, the print's too small",
    "I'm calling for my mum, she's got dementia, and they, they won't talk to me",
    'my hands shake, and it times out before I can type the code in',
    'I asked for large print, and it has come in small print again',
  ],
  agent: [
    "I'm sorry about that, I'll put a clear note on the account.",
    'I apologise, we should have sent that in large print.',
    "I'm sorry. Take all the time you need.",
  ],
};
