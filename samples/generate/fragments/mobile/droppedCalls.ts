import type { TopicFragments } from '../topic.ts';

export const droppedCalls: TopicFragments = {
  subjects: ['Calls keep dropping', 'Dropped calls', 'cut off in the middle of every call', 'Call quality'],
  problem: [
    'My calls drop after a few minutes, every time.',
    'I was cut off {times} times in a single call to my sister.',
    'Calls keep dropping on my {phone} although it shows full bars.',
    'About one call in three is cut off, usually in mid-sentence.',
    'People tell me that I sound like a robot and then the call drops.',
    'The call drops the moment I walk from the living room to the kitchen.',
    'A job interview by phone, and the call was dropped twice. I did not get the job.',
    'Since the last network upgrade, so called, I have had nothing but dropped calls.',
    'The other side cannot hear me and after ten seconds the call ends by itself.',
    'Wi-Fi calling makes it worse: it rings, I say hello, it drops.',
    'I do telephone counselling and calls that drop are not merely a nuisance in my work.',
    'When calls drop I get billed for ringing back, which is rich.',
  ],
  detail: [
    'It happens in {town} and at my parents, so it is not the place.',
    'Texts are fine, it is only calls.',
    'A new SIM changed nothing.',
    'It got worse at the start of {month}.',
  ],
  consequence: [
    'Clients think that I hang up on them.',
    'I do all my calls in the car park now.',
    'My mother was in tears because she thought I had put the phone down on her.',
    'I look unprofessional, and that is putting it mildly.',
  ],
  request: [
    'Please find out why the calls drop.',
    'Can you send a technician to check the cell here?',
    'Please switch off whatever you switched on.',
    'Could you check my line for faults?',
  ],
  praise: [
    'Not one dropped call in a year.',
    'Calls are crystal clear, even from the train.',
    'Wi-Fi calling solved my dropped calls overnight.',
    'My calls used to drop with the old provider, with you never.',
    'The call quality is excellent, my hearing is not what it was and I understand every word.',
    'Reliable calls, which is what a phone is for after all.',
  ],
  terse: [
    'Calls drop all the time',
    'cut off mid call daily',
    'dropped calls, {times} today',
    'Call quality is awful, people cannot hear me',
    'my calls keep getting cut off',
    'Every call to my mum drops',
  ],
  spoken: [
    "my calls keep dropping, so if I, if I go, that's why",
    "it just cuts off, in the middle of a, like, in the middle of a sentence, and I've got full bars",
    "I was on to the doctor's and the call dropped {times} times",
    "they can't hear me and then it drops, every single time",
  ],
  agent: [
    "I'm sorry about the dropped calls, I'll take your number in case we lose each other.",
    'I do apologise. May I ask which handset you are using?',
    "I'm sorry, that must be really annoying. I'll reset your line from here.",
  ],
};
