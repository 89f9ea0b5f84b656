import type { Role } from '../../types.ts';

/** Words in a speaker's name that say on which side he is. */
const agentName =
  /\b(agent|advis[eo]r|representative|rep|csr|operator|support|staff|employee|assistant|consultant|supervisor|manager|technician|specialist|associate|teller|clerk|doctor|nurse|bot|ivr|system|service desk|help ?desk|call ?cent(?:er|re)|mitarbeiter(?:in)?|berater(?:in)?|conseiller|agente)\b|客服|坐席|座席|专员|話務|客服代表|担当|オペレーター/iu;
const customerName =
  /\b(customer|caller|client|consumer|user|member|guest|patient|passenger|subscriber|visitor|kunde|kundin|anrufer(?:in)?|cliente)\b|顾客|客户|顧客|客戶|用户|用戶|来电者|お客様/iu;

/** How people who answer for a company open a call. */
const companyGreeting =
  /\b(thank(?:s| you) for (?:calling|contacting|holding)|how (?:can|may|could) (?:i|we) (?:help|assist|be of)|welcome to\b|you(?:'re| are) through to|my name is \w+,? (?:from|with|at)|this is \w+ (?:from|with|at)|willkommen bei|wie kann ich (?:ihnen )?helfen|en quoi puis-je)|为您服务|为您效劳|有什么可以帮|请问您需要|欢迎致电/iu;

/** The role that a speaker's name tells, where it tells one. */
export function roleOfName(speaker: string): Role {
  // "Customer service" and "Customer support agent" speak for the company.
  if (/customer (?:service|support|care|relations)|客户服务/iu.test(speaker)) return 'agent';
  if (agentName.test(speaker)) return 'agent';
  return customerName.test(speaker) ? 'customer' : 'unknown';
}

/**
 * Tells who is customer and who is agent:
 * 1. by the speaker's name ("Agent", "Caller", "客服");
 * 2. of two speakers with one known, the other is the other side;
 * 3. of two unknown speakers, the one alone to open with a company's greeting ("Thank you for calling …") is the agent.
 * Everybody else stays unknown.
 * @param turns who said what, in order.
 */
export function tellRoles(turns: { speaker: string; text: string }[]): Map<string, Role> {
  const roles = new Map(turns.map(({ speaker }) => [speaker, roleOfName(speaker)]));
  if (roles.size !== 2) return roles;
  const [one, two] = [...roles.keys()] as [string, string];
  const known = [one, two].find((speaker) => roles.get(speaker) !== 'unknown') ?? greeter(one, two, turns, roles);
  if (!known) return roles;
  const other = known === one ? two : one;
  if (roles.get(other) === 'unknown') roles.set(other, roles.get(known) === 'agent' ? 'customer' : 'agent');
  return roles;
}

/** Looks at each side's first two turns, and marks as agent the one who greets for a company. */
function greeter(one: string, two: string, turns: { speaker: string; text: string }[], roles: Map<string, Role>) {
  const greets = (speaker: string) =>
    companyGreeting.test(
      turns
        .filter((turn) => turn.speaker === speaker)
        .slice(0, 2)
        .map(({ text }) => text.slice(0, 500))
        .join(' '),
    );
  const [first, second] = [greets(one), greets(two)];
  if (first === second) return null;
  const agent = first ? one : two;
  roles.set(agent, 'agent');
  return agent;
}
