import type { NightlyPipeline } from '../src/pipeline.ts';

/** What the run that looks across all texts does, and from when on it believes what it sees. */
export const nightly = {
  // Every night at a quarter past two, UTC as the days of the store are, for the day that has just ended. Nights of the
  // last week that were missed, because nothing ran, are made up for; of an older day nobody waits for the report.
  schedule: { cron: '15 2 * * *', timeZone: 'UTC', catchUpDays: 7 },
  // How many days a night looks back at, its own among them; null looks at the whole store. Ninety hold a season of
  // customers' troubles, and what was mended a year ago no longer hides what goes wrong now.
  windowDays: 90,
  // Between nights, mine again once the store has grown by a tenth, or has grown at all for six hours. That is for the
  // pages, where people look into whatever they have brought, from whenever it is: so over the whole store.
  refresh: { growth: 0.1, hours: 6, windowDays: null },
  pairs: {
    // Which categories are paired with which: all facets with all facets.
    facets: ['topic', 'product', 'cause', 'signal', 'competitor'],
    // That a text signals something, or names some product, says nothing until one knows which.
    leaveOut: ['signal', 'cause', 'product', 'competitor'],
    // Two categories must meet in five texts before their relation is tested and shown.
    minimumObserved: 5,
    // Two that should meet in ten texts by chance, and hardly do, avoid each other.
    minimumExpected: 10,
    // The lift's bounds hold with 99 % each.
    confidence: 0.99,
  },
  check: {
    // The two hundred strongest relations are looked at within age, region and other fields of up to a dozen values.
    relations: 200,
    mostValues: 12,
    confidence: 0.99,
  },
  coded: {
    // A field of up to a dozen words groups texts, such as region; one of many more, such as a town, does not. Numbers
    // are put into five bands of about as many texts, ages and recommendation scores into the bands that all know.
    mostValues: 12,
    mostNumbers: 2000,
    parts: 5,
    bands: [
      { names: ['age'], from: [0, 18, 25, 35, 45, 55, 65], upTo: 120 },
      { names: ['nps', 'promoter'], from: [0, 7, 9], upTo: 10 },
    ],
    most: 2000,
  },
  // The two hundred strongest relations are seen again in two hundred draws of other customers.
  steadiness: { relations: 200, resamples: 200, seed: 1, confidence: 0.99 },
  // Sets of up to four categories in ten texts and one in a thousand; the fifty least likely are kept.
  sets: { minimumShare: 0.001, minimumTexts: 10, largest: 4, mostFrequent: 20_000, most: 50 },
  // A level of its own lasts five days, or weeks; in one of twenty nights a mark may be chance.
  changes: { falseAlarms: 0.05, shortestStretches: 5 },
  // Among the texts that no category covers, topics of ten texts or more; twenty thousand texts are looked at.
  discovery: {
    ...{ minimumTexts: 10, mostTopics: 100, mostTexts: 20_000 },
    // How close a text must be to a topic, from 0 (no word in common) to 1, and two topics to be one.
    ...{ closeness: 0.2, merge: 0.6, seed: 1 },
    ...{ terms: 5, examples: 3, cueShare: 0.6 },
  },
  // What moves satisfaction: two hundred topics and values of twenty texts or more, ten texts for each.
  drivers: {
    ...{ minimumTexts: 20, mostColumns: 200, textsPerColumn: 10, confidence: 0.99 },
    // What says how satisfied somebody is does not say why.
    ratings: [
      'nps',
      'promoter',
      'csat',
      'ces',
      'rating',
      'stars',
      'satisfaction',
      'satisfied',
      'recommend',
      'sentiment',
    ],
  },
  newcomers: {
    // After these somebody else is named …
    switching: [
      ...['moved to', 'moving to', 'move to', 'switched to', 'switching to', 'switch to', 'went to', 'going to'],
      ...['gone to', 'changed to', 'changing to', 'cheaper at', 'cheaper with', 'cheaper from', 'better deal with'],
      ...['better deal from', 'better deal at', 'already with', 'signed up with', 'signed with', 'joined', 'left for'],
      ...['offer from', 'quote from', 'leaving for', 'now with', 'over to'],
    ],
    // … and after these something that could be sold.
    crossSell: [
      ...['do you also', 'do you offer', 'do you sell', 'do you have', 'wish you had', 'wish you offered'],
      ...['wish you sold', 'is there a plan that', 'is there a plan with', 'is there a package with', 'can i add'],
      ...[
        'could i add',
        'i would love to have',
        'are you planning to offer',
        'why do you not offer',
        "why don't you offer",
      ],
    ],
    // Two customers make a name worth a look, five texts within four weeks a rise, two texts something asked for.
    ...{ minimumCustomers: 2, recentDays: 28, minimumRise: 5, minimumTexts: 2, most: 50 },
  },
  // What follows what within two weeks, with five customers or more; who names two hundred things is a shared address.
  sequences: { withinDays: 14, minimumCustomers: 5, mostEvents: 200, examples: 5 },
  trends: {
    // A day is weighed against the twelve weeks of days before it, a week against the eleven weeks before it.
    pastDays: 84,
    pastWeeks: 11,
    // Of what is said to have moved, or to stand out in a month, one in twenty may be chance.
    falseDiscoveries: 0.05,
  },
} satisfies NightlyPipeline;
