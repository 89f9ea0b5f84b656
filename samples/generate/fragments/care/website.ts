import type { TopicFragments } from '../topic.ts';

export const website: TopicFragments = {
  subjects: ['Your website', 'Error on your website', 'website does not work', 'Website trouble'],
  problem: [
    'Your website throws me out at the last step of the order.',
    'I cannot pay on your website, the button stays grey.',
    'The website says that my postcode does not exist. I live in it.',
    'I filled in a form of four pages on the website, and at the end it had forgotten everything.',
    'The website is so slow that I went and made dinner in between.',
    'Half of the links on your website lead to a page that says "oops".',
    'Your website offers a tariff for {rivalPrice} that is gone once you click on it.',
    'It is impossible to find a telephone number on the website.',
    'The website does not show my second account.',
    'The coverage page of the website will not load on anything but a phone.',
    'I changed my address on the website {times} times and the letters still go to the old one.',
    'The website shows prices without tax and the basket shows them with, very clever.',
  ],
  detail: [
    'I tried three browsers.',
    'The chat window covers the very button that I need.',
    'It ended with error {number}, for what it is worth.',
    'It used to be a perfectly decent site.',
  ],
  consequence: [
    'In the end I walked to the shop in {town}.',
    'I missed the offer because of that.',
    'That was an hour of my life.',
    'So I am writing an email, like a caveman.',
  ],
  request: [
    'Please take my order by email.',
    'Please mend the website.',
    'Please change the address for me.',
    'Just put a phone number on the front page.',
  ],
  praise: [
    'Very clear website, ordering took me three minutes.',
    'I found everything on the website at once.',
    'The website’s chat answered at eleven at night, brilliant.',
    'Good website, plain English.',
    'I like that the website compares the plans side by side.',
    'Paid on the website in two clicks.',
  ],
  terse: [
    'website is confusing',
    'Website kept crashing when I ordered',
    'could not pay on the website',
    'your site is a maze',
    'error on the website every time',
    'impossible to find a phone number on the website',
  ],
  spoken: [
    'I tried to do it on the website, and it, it threw me out right at the end',
    "your website doesn't know my postcode, it says it doesn't exist",
    "I couldn't find the number on the website, it took me, what, half an hour",
    'the button on the website was greyed out, so I could not pay',
  ],
  agent: [
    "I'm sorry about the website, I can do that for you here.",
    'I apologise, the site has been under maintenance this week.',
    "Sorry about that. I'll report the page.",
  ],
};
