import type { TopicName } from '../fragments/topic.ts';
import type { Random } from '../random.ts';
import { addDays, dayNumber, drawDay, timeOfDay, windowDays } from './calendar.ts';
import { chineseStories } from './chinese-stories.ts';
import { type Customer, inventCustomers, type Product } from './customers.ts';
import { ordinaryStories } from './ordinary.ts';
import { plantedStories } from './planted.ts';
import type { Contact, Step, Story } from './story.ts';

const customerCount = 560;

/** Products without which a customer would not speak of a topic. */
const wants: Partial<Record<TopicName, 'Mobile' | 'Broadband' | 'TV'>> = {
  roaming: 'Mobile',
  noSignal: 'Mobile',
  droppedCalls: 'Mobile',
  simActivation: 'Mobile',
  porting: 'Mobile',
  dataAllowance: 'Mobile',
  handsetLate: 'Mobile',
  slowBroadband: 'Broadband',
  outage: 'Broadband',
  missedEngineer: 'Broadband',
  router: 'Broadband',
  installation: 'Broadband',
  parental: 'Broadband',
  loop: 'Broadband',
  tvFreezing: 'TV',
};

/** Every text of the corpus with its writer and its time, oldest first. */
export function planContacts(random: Random): Contact[] {
  const customers = inventCustomers(random.fork('customers'), customerCount);
  const planted = plantedStories();
  const others = [...ordinaryStories(random.fork('ordinary')), ...chineseStories(random.fork('chinese'))];
  const cast = casting(customers, random.fork('cast'));
  const times = random.fork('times');
  // The planted stories ask for more of a customer, so they choose first.
  return [...planted, ...others]
    .flatMap((story, number) => tell(story, cast(story), times, `${number}`))
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

/** Finds a customer for each story: fitting, not asked twice by the survey, and now and then one who wrote before. */
function casting(customers: Customer[], random: Random): (story: Story) => Customer {
  const surveyed = new Set<string>();
  const written = new Map<string, number>();
  return (story) => {
    const answers = story.steps.filter((step) => step.channel === 'survey').length;
    const fits = customers.filter(
      (customer) => canTell(customer, story) && !(answers && surveyed.has(customer.address)),
    );
    if (fits.length === 0)
      throw new Error(`No customer is left for a story about ${topicsOf(story).join(' and ')}; invent more.`);
    const again = random.chance(0.5) ? fits.filter((customer) => written.get(customer.address)) : [];
    const least = Math.min(...fits.map((customer) => written.get(customer.address) ?? 0));
    const customer = random.pick(
      again.length ? again : fits.filter(({ address }) => (written.get(address) ?? 0) === least),
    );
    if (answers) surveyed.add(customer.address);
    written.set(customer.address, (written.get(customer.address) ?? 0) + story.steps.length);
    return customer;
  };
}

function canTell(customer: Customer, story: Story): boolean {
  if (customer.language !== (story.language ?? 'en')) return false;
  if (story.who && !story.who(customer)) return false;
  return topicsOf(story).every((topic) => has(customer.product, wants[topic]));
}

function has(product: Product, part: string | undefined): boolean {
  return part === undefined || product.split(' + ').includes(part);
}

function topicsOf(story: Story): TopicName[] {
  return story.steps.flatMap((step) => step.points.map((point) => point.topic));
}

function tell(story: Story, customer: Customer, random: Random, key: string): Contact[] {
  const told: Contact[] = [];
  for (const step of story.steps) {
    const before = told.at(-1);
    const [from, to] = before ? range(before, step) : (story.between ?? [0, windowDays - 1]);
    let receivedAt = timeOfDay(random, step.channel, drawDay(random, step.channel, from, to));
    // A second text of the same day comes after the first.
    if (before && receivedAt <= before.receivedAt) receivedAt = addDays(before.receivedAt, 0.08);
    const earlier = step.reply && before ? [...before.earlier, before] : [];
    told.push({
      ...step,
      customer,
      receivedAt,
      earlier,
      alone: story.steps.length === 1,
      key: `${key}.${told.length}`,
    });
  }
  return told;
}

function range(before: Contact, step: Step): [number, number] {
  const day = dayNumber(before.receivedAt.toISOString().slice(0, 10));
  const [from, to] = step.gap ?? [1, 7];
  // The lines are closed on Sundays, so a call needs two days to choose from.
  return [day + from, day + Math.max(to, step.channel === 'call' ? from + 1 : to)];
}
