import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { createAnalyser } from '../../src/classify/analyse.ts';
import { parseTaxonomy } from '../../src/classify/taxonomy.ts';
import { packageRoot } from '../../src/config.ts';
import { loadModels } from '../../src/models.ts';
import type { Analysis, Document } from '../../src/types.ts';
import { document } from '../route/support.ts';

const folder = join(packageRoot, 'models', 'taxonomies');
const read = (name: string) => {
  const path = join(folder, name, 'taxonomy.yaml');
  return parseTaxonomy(readFileSync(path, 'utf8'), path);
};
const trades = ['telecoms', 'banking', 'retail'] as const;
const isChinese = (cue: string) => /\p{Script=Han}/u.test(cue);

type Table = [category: string, text: string][];

const named: Record<(typeof trades)[number], Table> = {
  telecoms: [
    ['billing.charged_twice', 'They took the payment twice in June.'],
    ['billing.unauthorised_charge', 'You added a service without my consent.'],
    ['billing.unauthorised_charge', 'An unauthorized charge appeared.'],
    ['billing.price_rise', 'My bill has gone up by ten pounds.'],
    ['billing.too_expensive', 'This is far too expensive for a pensioner.'],
    ['billing.charged_after_cancelling', 'You are still charging me after I cancelled.'],
    ['internet.outage', "Our Wi-Fi isn't working again."],
    ['internet.speed', 'I pay for 100Mbps and get 4.'],
    ['internet.intermittent', 'The connection keeps dropping.'],
    ['internet.data_cap', 'The data cap is a rip-off.'],
    ['mobile.no_signal', 'There is no signal in the kitchen.'],
    ['mobile.number_porting', 'I asked for a PAC code a week ago.'],
    ['television.picture', 'The picture freezes every few minutes.'],
    ['landline.nuisance_calls', 'We get cold calls every evening.'],
    ['installation.missed_appointment', 'The technician never showed up.'],
    ['contract.early_termination_fee', 'The early termination fee was $240.'],
    ['contract.misleading_sale', 'This is bait and switch.'],
    ['service.long_wait', 'I was on hold for 50 minutes.'],
    ['service.passed_around', 'I was passed from pillar to post.'],
    ['service.no_reply', 'Nobody ever called me back.'],
    ['account.login', "I can't log in to my account."],
    ['security.fraud', 'Somebody hacked my account.'],
    ['equipment.router_fault', 'Your router is faulty.'],
    ['care.safety', 'A fallen line lies across the garden, it is dangerous.'],
    ['care.legal', 'I will go to the ombudsman.'],
    ['cause.weather', 'It began after the storm.'],
    ['product.sim_only', 'I am on a SIM-only plan.'],
    ['competitor.tmobile', 'T-Mobile asks half of that.'],
    ['internet.speed', '晚上网速特别慢'],
    ['billing.overcharged', '这个月多扣了我五十块钱'],
    ['mobile.no_signal', '地下室没有信号'],
    ['service.long_wait', '客服电话一直打不通，占线'],
  ],
  banking: [
    ['payment.charged_twice', 'The shop charged my card twice.'],
    ['payment.unrecognised', "There is a transaction I don't recognise."],
    ['payment.unrecognised', 'I see an unrecognized charge.'],
    ['card.delivery', 'My new card has not arrived.'],
    ['card.card_swallowed', 'The ATM swallowed my card.'],
    ['card.lost_or_stolen', 'I lost my wallet on the train.'],
    ['card.pin', 'I forgot my PIN.'],
    ['transfer.delayed', 'My transfer is still pending.'],
    ['transfer.cancel_transfer', 'I sent money to the wrong account.'],
    ['topup.failed', 'My top-up failed.'],
    ['cash.wrong_cash', 'The machine gave me less cash than I asked for.'],
    ['cash.deposit', 'The cheque I paid in has not cleared.'],
    ['exchange.rate', 'What exchange rate do you use?'],
    ['fees.overdraft', 'You took three overdraft fees in a week.'],
    ['fraud.identity_theft', 'I am a victim of identity theft.'],
    ['fraud.scam', 'I was scammed by a man who said he was the bank.'],
    ['lending.foreclosure', 'They started foreclosure.'],
    ['lending.hardship', 'We applied for a loan modification.'],
    ['debt.not_mine', 'I do not owe this money.'],
    ['debt.collector_calls', 'They call me at work every day.'],
    ['credit_report.wrong_entry', 'My credit report shows inaccurate information.'],
    ['access.verify_identity', 'You cannot verify my identity.'],
    ['account.closing', 'How do I close my account?'],
    ['account.restricted', 'You froze my account.'],
    ['product.mortgage', 'Our mortgage is with you.'],
    ['competitor.monzo_starling', 'Monzo does this for nothing.'],
    ['transfer.delayed', '转账三天了还没到账'],
    ['card.card_swallowed', '我的卡被吞卡了'],
    ['payment.unrecognised', '信用卡被盗刷了两千块'],
  ],
  retail: [
    ['delivery.not_arrived', 'My parcel never arrived.'],
    ['delivery.late', 'It was delivered two weeks late.'],
    ['delivery.wrong_place', 'They left it outside in the rain.'],
    ['delivery.damaged_in_transit', 'The box arrived crushed.'],
    ['delivery.tracking', 'The tracking number does not work.'],
    ['order.wrong_item', 'You sent the wrong item.'],
    ['order.missing_item', 'Two screws were missing from the box.'],
    ['order.out_of_stock', 'It is out of stock again.'],
    ['returns.refund_late', 'I am still waiting for my refund.'],
    ['returns.refused', 'You refused to accept the return.'],
    ['returns.exchange', 'I would like to exchange it for a larger size.'],
    ['quality.defective', 'The zipper broke at once.'],
    ['quality.durability', 'It shrank in the first wash.'],
    ['quality.not_as_described', 'It looks nothing like the picture.'],
    ['quality.counterfeit', 'These are counterfeit.'],
    ['fit.too_small', 'The dress runs small.'],
    ['fit.too_large', 'It was way too big on me.'],
    ['look.colour', 'The color is lovely.'],
    ['look.colour', 'The colour is dull.'],
    ['price.discount', 'The promo code does not work.'],
    ['price.too_expensive', 'It is overpriced.'],
    ['website.fault', 'The website crashed at checkout.'],
    ['security.privacy', 'Please take me off the mailing list.'],
    ['care.safety', 'The heater caught fire.'],
    ['product.shoes', 'The boots pinch.'],
    ['competitor.amazon', 'Amazon has it for less.'],
    ['quality.freshness', '苹果一点也不甜，有几个都烂了'],
    ['delivery.fast', '物流很快'],
    ['fit.too_small', '尺码偏小，穿不上'],
  ],
};

/** Words that look like a cue and mean something else. */
const notNamed: Record<(typeof trades)[number], Table> = {
  telecoms: [
    ['billing', 'The repair was free of charge.'],
    ['billing', 'Who is the manager in charge?'],
    ['billing', 'There is no problem with the bill.'],
    ['billing.charged_twice', 'I was not charged twice.'],
    ['internet.speed', 'Please speed up the process.'],
    ['internet.outage', 'You let me down.'],
    ['security.fraud', 'The line is in my name.'],
    ['care.legal', 'Press 1 for sales.'],
    ['care.vulnerable', 'I disabled roaming on my phone.'],
    ['television.set_top_box', 'I ticked the box.'],
    ['television', 'The cable lies buried in the garden.'],
  ],
  banking: [
    ['cash', 'Could you check this for me?'],
    ['card', 'It was a birthday card.'],
    ['fees', 'I am not interested in that.'],
    ['transfer', 'She transferred me to another department.'],
    ['account', 'Please take this into account.'],
    ['debt', 'We are debt free.'],
    ['payment.unrecognised', 'The machine did not recognise my card.'],
  ],
  retail: [
    ['returns', 'Please return my call.'],
    ['fit.too_large', 'That is a big problem.'],
    ['fit.length', 'I waited too long for an answer.'],
    ['delivery.late', 'You charged a late fee.'],
    ['website.account', 'Take that into account.'],
    ['look.colour', 'It was a Black Friday offer.'],
    ['quality.counterfeit', 'I think the reviews are fake reviews.'],
    ['product.fruit', '这款苹果手机很好用'],
  ],
};

const signals: Table = [
  ['signal.complaint', 'This is unacceptable.'],
  ['signal.complaint', "I'm not happy with you."],
  ['signal.complaint', 'I have been waiting for three weeks and nobody answers.'],
  ['signal.complaint', '我要投诉你们'],
  ['signal.leave', 'I want to cancel my contract.'],
  ['signal.leave', 'I am leaving you.'],
  ['signal.leave', 'I will take my business elsewhere.'],
  ['signal.leave', '我要销户'],
  ['signal.buy', 'I would like to upgrade to the premium plan.'],
  ['signal.buy', 'Do you sell insurance?'],
  ['signal.buy', '我想办理一个新的'],
  ['signal.competitor', 'Your competitors are cheaper.'],
  ['signal.competitor', '别家便宜多了'],
  ['signal.praise', 'Your staff were very helpful.'],
  ['signal.praise', 'Could not be happier.'],
  ['signal.praise', '服务很好，非常满意'],
  ['signal.urgency', 'This is urgent, please call me as soon as possible.'],
  ['signal.urgency', '请尽快处理'],
];

const noSignals: Table = [
  ['signal.complaint', 'I have no complaints.'],
  ['signal.complaint', 'There was no problem at all.'],
  ['signal.complaint', 'What time do you open?'],
  ['signal.leave', 'I want to cancel my appointment.'],
  ['signal.leave', 'I was about to cancel, but I am staying.'],
  ['signal.leave', 'Can I leave feedback?'],
  ['signal.praise', 'I would love to hear from you.'],
  ['signal.praise', 'Your staff were not helpful.'],
  ['signal.praise', '我不满意'],
  ['signal.urgency', 'There is no hurry.'],
  ['signal.urgency', 'The emergency services came.'],
  ['signal.buy', "I don't want to buy anything."],
];

describe.each([...trades, 'signals'])('the taxonomy %s', (name) => {
  const taxonomy = read(name);

  it('has a card that tells the truth about it', () => {
    const card: unknown = JSON.parse(readFileSync(join(folder, name, 'card.json'), 'utf8'));
    expect(card).toMatchObject({
      name,
      title: taxonomy.title,
      kind: 'taxonomy',
      languages: ['en', 'zh'],
      categories: taxonomy.categories.length,
      licence: 'MIT',
    });
  });

  it('stands in two levels, each category defined in a sentence', () => {
    const tops = new Set(taxonomy.categories.filter(({ parent }) => parent === null).map(({ id }) => id));
    for (const { id, parent, definition } of taxonomy.categories) {
      if (parent !== null) expect(tops, id).toContain(parent);
      expect(definition, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('says no cue twice, and excludes none that it lists', () => {
    for (const { id, cues, not } of taxonomy.categories) {
      expect(
        cues.filter((cue, at) => cues.indexOf(cue) !== at),
        id,
      ).toEqual([]);
      expect(
        not.filter((cue, at) => not.indexOf(cue) !== at),
        id,
      ).toEqual([]);
      expect(
        cues.filter((cue) => not.includes(cue)),
        id,
      ).toEqual([]);
    }
  });
});

it.each([
  ['telecoms', 25],
  ['banking', 15],
  ['retail', 15],
] as const)(
  '%s has over 40 categories, all five kinds among them, and many that Chinese customers name',
  (name, chinese) => {
    const { categories } = read(name);
    const leaves = categories.filter(({ parent }) => parent !== null);
    expect(leaves.length).toBeGreaterThan(40);
    expect([...new Set(categories.map(({ facet }) => facet))].sort()).toEqual([
      'cause',
      'competitor',
      'product',
      'topic',
    ]);
    expect(leaves.filter(({ cues }) => cues.some(isChinese)).length).toBeGreaterThanOrEqual(chinese);
    const spoken = leaves.filter(({ facet }) => facet === 'topic');
    // A cue with alternatives is worth several.
    const words = (cues: string[]) => cues.filter((cue) => !isChinese(cue)).flatMap((cue) => cue.split('|')).length;
    for (const { id, cues } of spoken) expect(words(cues), id).toBeGreaterThanOrEqual(8);
  },
);

describe.each(trades)('%s', (trade) => {
  let analyse: (documents: Document[]) => Analysis[];
  beforeAll(async () => {
    analyse = createAnalyser(await loadModels(packageRoot, trade), intake);
  });
  const affirmed = (text: string, language = 'en') =>
    analyse([document({ text, language })]).flatMap(({ categories }) => categories.map(({ category }) => category));

  it.each(named[trade])('sees %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).toContain(category);
  });

  it.each(notNamed[trade])('does not see %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).not.toContain(category);
  });

  it.each(signals)('sees %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).toContain(category);
  });

  it.each(noSignals)('does not see %s in “%s”', (category, text) => {
    expect(affirmed(text, isChinese(text) ? 'zh' : 'en')).not.toContain(category);
  });
});

const data = join(packageRoot, '..', 'shared', 'data');

describe.skipIf(!existsSync(data))('on public reviews (skipped where ../shared/data is absent), retail', () => {
  const reviews = (path: string): Record<string, string>[] =>
    parse(readFileSync(join(data, path)), { columns: true, bom: true, relax_quotes: true });
  const share = async (texts: string[], language: string) => {
    const analyse = createAnalyser(await loadModels(packageRoot, 'retail'), intake);
    const named = analyse(texts.map((text) => document({ text, language }))).filter(({ categories }) =>
      categories.some(({ facet }) => /^(?:topic|product|cause)$/.test(facet)),
    );
    return named.length / texts.length;
  };

  it('names what most reviews of clothes are about', async () => {
    const texts = reviews('surveys/womens-clothing/reviews.csv').flatMap((row) => row['Review Text'] || []);
    expect(await share(texts.slice(0, 500), 'en')).toBeGreaterThan(0.95);
  });

  it('names what most Chinese reviews are about', async () => {
    const rows = reviews('sentiment/zh-reviews/online_shopping_8_cats.csv').filter(({ cat }) => cat !== '酒店');
    const texts = rows.filter((_, at) => at % 12 === 0).flatMap(({ review }) => review || []);
    expect(await share(texts, 'zh')).toBeGreaterThan(0.8);
  });
});
