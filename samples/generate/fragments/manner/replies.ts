/** What Larkfield's people wrote; appears only quoted below customers' answers, and says sorry a lot. */
export const careReplies: string[] = [
  'Dear {name},\n\nThank you for getting in touch. I am so sorry to hear about the trouble you have had, this is terrible and I fully understand your frustration. I have passed your message to the team concerned, who will be in touch within five working days.\n\nKind regards,\n{agent}\nLarkfield Care',
  'Hi {name},\n\nThanks for your mail and please accept our sincere apologies. We are disappointed to have let you down. Could you send us your postcode so that we can look into it?\n\n{agent}, Larkfield Care',
  'Hello {name},\n\nWe are sorry for the delay in answering. I have looked at your account and everything appears to be in order, so I have closed the ticket. If you are still unhappy, simply reply to this mail.\n\nBest wishes\n{agent}',
  'Dear {name},\n\nYour reference is {ref}. We apologise for any inconvenience and the upset this awful experience has caused. As a gesture of goodwill I can offer you {fee}.\n\nYours sincerely,\n{agent}\nCustomer Relations',
  'Hi {name},\n\nGreat news! Your query has been answered by our virtual assistant. Was this helpful?\n\nThe Larkfield Team',
  'Dear {name},\n\nI am very sorry. I tried to ring you today without success. Please tell me when would be a good time.\n\n{agent}\nLarkfield Care',
];

/** How a customer takes such an answer up; the matter follows. */
export const answersToCare = {
  cross: [
    'That does not answer my question.',
    'Did you read my mail at all?',
    'Five working days? It has been longer than that already.',
    'No, this was not helpful.',
    'Please reopen the ticket, nothing is in order.',
    'Thank you for the kind words, but nothing has changed.',
    'I have answered that question before, see below.',
    'An apology is nice, a solution would be nicer.',
    'You closed my ticket?!',
    'Nobody has tried to ring me, I had the phone beside me all day.',
    'I decline your {fee}.',
  ],
  pleased: [
    'Thank you, that did it.',
    'It works now, thank you so much.',
    'I take it all back, you have been great.',
    'What a quick answer, I am very pleased.',
  ],
};
