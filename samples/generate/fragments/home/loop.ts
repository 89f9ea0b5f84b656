import type { TopicFragments } from '../topic.ts';

/**
 * The emerging topic: Larkfield Loop pods that blink blue after firmware 7.3. It is written without the everyday words
 * of telecoms (no router, wifi, broadband, internet, signal), so that only a topic search can find it.
 */
export const loop: TopicFragments = {
  subjects: [
    'Loop pods blinking blue',
    'Blue light on Larkfield Loop',
    'loop pod wont stop flashing blue',
    'Loop 7.3 firmware',
    'Pods blink since the update',
  ],
  problem: [
    'All three of my Larkfield Loop pods have been blinking blue since the firmware update.',
    'After firmware 7.3 my Loop pod blinks blue day and night and will not join the others.',
    'The blue light on the Loop pod in the hall started blinking on {weekday} and has not stopped.',
    'One Loop pod glows, the other two just keep blinking blue as if they were looking for something.',
    'My Loop pods did an update by themselves overnight, and in the morning there was blue blinking in every room.',
    'I pressed the button under the pod for thirty seconds, as the leaflet says, and the Loop goes straight back to blinking blue.',
    'Is there a reason why a Larkfield Loop should blink blue after updating to 7.3?',
    'The bedroom pod blinks so bright a blue that I have put a sock over your Loop.',
    'Every one of the Loop pods blinks blue in turn, it looks like a police station in here.',
    'The new firmware has turned my Loop pods into very expensive blue night lights.',
    'My Loop said "updating 7.3", then it said nothing at all and has been blinking blue ever since.',
    'The pods were perfect for a year; one firmware update, and the Loop does nothing but blink blue.',
    'The blinking blue light means "pairing" according to the card in the Loop box, so it has been pairing since {weekday}.',
    'Two of four Loop pods came back after I pulled their plugs, the others went on blinking blue.',
    'I have a Loop pod blinking blue in the nursery, and now the baby thinks it is a toy.',
    'Firmware 7.3 on the Larkfield Loop is broken, the pods lose each other and blink blue.',
    'There is a pulsing blue light on my Loop pod that the help pages do not list.',
    'My wife calls it the disco: Loop pods blinking blue up the stairs, on the landing, in the study.',
    'Could you roll my Loop pods back to the firmware before 7.3? They all blink blue now.',
    'After the update the first Loop pod turned white as it should and the second one blinks blue for ever.',
  ],
  detail: [
    'Unplugging the pod for a minute helps for about an hour.',
    'I moved the pods closer together, which made no difference.',
    'There was no choice about the firmware, it just installed itself at three in the morning.',
    'A friend across town has the same pods and the very same blinking.',
    'The card that came with the Loop knows white, green and red. Not blue.',
  ],
  consequence: [
    'Nobody sleeps in a blue disco.',
    'The upstairs pod is a paperweight now.',
    'I paid {sum} for the set in the spring.',
    'The cat is the only one who enjoys it.',
  ],
  request: [
    'Please undo the firmware on my pods.',
    'How do I stop the Loop from blinking?',
    'Do you know about the blue light, and when will there be a 7.4?',
    'Please send me pods that do not blink.',
  ],
  praise: [
    'The Loop pods are a dream, one in each corner and done.',
    'My Loop went blue for an evening and then mended itself, fine by me.',
    'Setting up the Loop took five minutes.',
    'I like the look of the Loop pods, small and white.',
    'A second Loop pod for free was a nice touch.',
    'The Loop does what it should.',
  ],
  terse: [
    'Loop pods blinking blue since the update',
    'blue blinking light on my loop pod',
    'Loop firmware 7.3 broke the pods',
    'my Loop blinks blue and wont pair',
    'pods. blink. blue. all night.',
    'The Loop update, blue light everywhere',
    'Loop pod stuck on blinking blue',
    'fix the loop pods',
  ],
  spoken: [
    "it's the pods, the Loop pods, they're all, they're all blinking blue",
    'since that update, the firmware thing, seven point three, the Loop just blinks blue',
    "I've held the button down under the pod and it, um, it goes off and then it's back to blinking blue",
    'one of the Loop pods is fine and the other two are blinking blue at me',
  ],
  agent: [
    "I'm sorry, blinking blue isn't in my guide for the pods. Let me ask a colleague.",
    'I apologise, I have heard about the pods from one or two customers today.',
    "I'm sorry, I don't have a fix for that light yet.",
  ],
};
