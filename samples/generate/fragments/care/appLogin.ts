import type { TopicFragments } from '../topic.ts';

export const appLogin: TopicFragments = {
  subjects: ['Cannot log in to the app', 'Login trouble', 'locked out of My Larkfield', 'App trouble'],
  problem: [
    'I cannot log in to the app, it says my password is wrong although I changed it five minutes ago.',
    'The My Larkfield app crashes as soon as I open it on my {phone}.',
    'I am locked out of my account after {times} attempts and the unlock code never comes.',
    'The app logs me out every time that I look away.',
    'Since the update of {date} the app shows a white screen and nothing else.',
    'The login code arrives after it has expired.',
    'I can log in, but the app shows somebody else’s name and tariff, which worries me.',
    'Your app does not accept the email address that you write to me at.',
    'The face login stopped working, and the app then asks for a PIN that I do not have.',
    'I have two accounts, and the app only ever lets me see the wrong one.',
    'The app wants an update that my phone is too old for, so I am shut out.',
    'Password reset, new password, log in, "please reset your password". I have been round {times} times.',
  ],
  detail: [
    'Deleted it, installed it again, same thing.',
    'It works on the old tablet of all things.',
    'The reset mail is not in the spam folder either.',
    'The chat bot told me to open the app for help with the app.',
  ],
  consequence: [
    'I cannot see my usage or pay.',
    'So I do everything on the phone, like in the last century.',
    'I gave up after an hour.',
    'I paid late because I could not get in.',
  ],
  request: [
    'Please unlock my account.',
    'Please reset my login by hand.',
    'Fix the app.',
    'Which email address is my login?',
  ],
  praise: [
    'The app is quick, and everything is where you expect it.',
    'Logging in with my fingerprint is great.',
    'The new app is a big improvement, well done.',
    'I can do everything in the app and never need to ring.',
    'I like the app, particularly the usage graph.',
    'Locked myself out and was back in within two minutes, easy.',
  ],
  terse: [
    "can't log in to the app",
    'App keeps crashing',
    'login never works first time',
    'the app is slow and logs me out',
    'Locked out of my account',
    'new app is worse than the old app',
  ],
  spoken: [
    "I can't get into the app, it says wrong password and I've, I've only just changed it",
    'it just goes round and round, the app, reset, log in, reset',
    "I'm locked out, I've tried it too many times apparently",
    'the app crashes the second I open it',
  ],
  agent: [
    "I'm sorry you can't get in. I can unlock the account for you.",
    'I apologise, the app update has caused trouble on some phones.',
    "I'm sorry about that, I'll send a fresh link now.",
  ],
};
