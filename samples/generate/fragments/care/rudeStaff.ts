import type { TopicFragments } from '../topic.ts';

export const rudeStaff: TopicFragments = {
  subjects: ['Rude member of staff', 'Complaint about your agent', 'Way I was spoken to', 'Complaint about your staff'],
  problem: [
    'The man on the phone was rude and talked over me.',
    'Your agent hung up on me when I asked for a manager.',
    'The young lady in your {town} shop rolled her eyes at my questions.',
    'I have never been spoken to so rudely by somebody whose wages I pay.',
    'The agent laughed when I said that I could not find the settings.',
    'Your staff were dismissive and treated me like an idiot because of my accent.',
    'I was told, word for word, "not my problem".',
    'The person on the chat was unhelpful and closed the window in the middle of my sentence.',
    'The shop manager was unpleasant to my mother, who only wanted a new charger.',
    'Your advisor was so impolite that I asked for the name, and was refused.',
    'He sighed, loudly, at everything that I said.',
    'I was called "love" and "dear" and was given no answer. Patronising does not begin to describe it.',
  ],
  detail: [
    'It was on {date} at about {time}, you surely have the recording.',
    'I stayed calm throughout, which was not easy.',
    'Other people in the queue heard it as well.',
    'I only wanted a simple answer.',
  ],
  consequence: [
    'I was shaking afterwards.',
    'I will not set foot in that shop again.',
    'My daughter had to finish the matter for me.',
    'It ruined my day, and I do not say that lightly.',
  ],
  request: [
    'Please listen to the recording.',
    'I would like an apology from him, not a form letter.',
    'Please train your people.',
    'I want this passed to a supervisor.',
  ],
  praise: [
    'I complained about a rude agent, and the manager rang me personally to put it right.',
    'Everyone was courteous from start to finish.',
    'Unlike last time the staff were polite and took me seriously.',
    'Such polite people on the phone, a pleasure.',
    'Never had a rude word from your staff in {years} years.',
    'The shop in {town} has good manners and good coffee.',
  ],
  terse: [
    'rude staff',
    'Agent hung up on me',
    'unhelpful and rude on the phone',
    'The shop staff were dismissive',
    'Talked down to',
    "advisor couldn't care less",
  ],
  spoken: [
    "the last person I spoke to was, I'm sorry, but he was so rude",
    'she hung up on me. I asked for a manager, and she just, she hung up',
    'I do not like being talked down to, and that is what your colleague did',
    'he laughed at me, he actually, he laughed',
  ],
  agent: [
    "I'm truly sorry that you were spoken to like that.",
    'I apologise on behalf of my colleague, that is unacceptable.',
    "I'm sorry. I'll pass this to the team manager today.",
  ],
};
