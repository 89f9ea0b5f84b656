import type { Token } from '../types.ts';
import type { DenialContext } from './denial.ts';

/** 不想, 没人 and the like are one word to the segmenter; 我不, 还没 are what it makes of a subject or adverb before one. */
const negator =
  /^(?:[我你您他她它们也还都就又再却已并从]|一直|至今|根本|完全|从来|并)?(?:不|没|没有|未|无|别|勿|非|不是|不能|不会|不要|不想|不用|不再|不可|不让|不给|没给|没能|没法|没人|无人|无法|未能|不曾|从未|从不|毫无|尚未|绝不|决不|并非)$/;
/** 不 仅 / 不 但 "not only", 不 得 不 "must". */
const cancels = /^(?:仅|但|只|光|仅仅|得不|断|管|论|过)$/;
/** Where a clause ends without a mark. */
const closers = new Set('但是 但 不过 然而 可是 却 而且 所以 因为 因此 就 为什么 怎么 如果 除了 直到'.split(' '));
const marks = /^[，,。.；;！!？?：:（）()—…~\n]/;

const han = /\p{Script=Han}/u;
const existential = /(?:没|没有|无)$/;
const unwanted =
  /问题|毛病|故障|异味|瑕疵|损|坏|破|延误|延迟|额外|重复|乱|扣|收费|费用|费$|色差|划痕|缺点|麻烦|错|病|诈|骗|投诉/;
/** What is denied stands close by; further on are the things that it is about: 别买这家的火龙果 does not deny the fruit. */
const reach = 3;

/** Cannot, does not let: what is wanted and does not work is still what the text is about. */
const inability = /不能|不可|无法|没法|未能|没能|不让|不给|没给|没人|无人/;
/** Not yet: 还没, 尚未, 一直没有. */
const expectation = /^(?:还|还是|仍|仍然|至今|一直|迟迟|尚未|到现在|都)/;
/** What a company does or a customer waits for; that it did not happen is the complaint itself. */
const awaited =
  /^(?:收到|收|到|到账|给|退|退还|退款|回复|回|回应|解决|处理|发|发货|送|送达|送到|接|接听|修|修好|通知|告知|告诉|说明|解释|提供|人|显示|更新|打|联系|找到|查到|看到)$/;

/** Sets `negated` on every token after a negating word, up to the end of the clause. */
export function markChineseNegation(tokens: Token[]): void {
  let inScope = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const isApart =
      i > 0 && token.start > tokens[i - 1]!.end && han.test(token.lower) && han.test(tokens[i - 1]!.lower);
    // Between Chinese words a space stands for a comma.
    if (isApart || marks.test(token.lower) || closers.has(token.lower)) inScope = false;
    if (token.pos !== 'PUNCT') token.negated = inScope;
    if (isChineseNegator(tokens, i)) inScope = true;
  }
}

function isChineseNegator(tokens: readonly Token[], index: number): boolean {
  return negator.test(tokens[index]!.lower) && !cancels.test(tokens[index + 1]?.lower ?? '');
}

/**
 * Whether the sentence denies the token at `index`: "账单没有问题" denies 问题. "还没收到退款" and "无法登录" are about a refund
 * and about signing in, and "不新鲜" is about freshness, so they deny nothing.
 */
export function isDeniedInChinese(
  tokens: readonly Token[],
  index: number,
  { isOwn, feelingOf }: DenialContext,
): boolean {
  const token = tokens[index]!;
  if (!token.negated) return false;
  let trigger = index - 1;
  while (trigger >= 0 && !isChineseNegator(tokens, trigger)) trigger--;
  if (trigger < 0 || index - trigger > reach || isOwn(trigger)) return false;
  if (inability.test(tokens[trigger]!.lower)) return false;
  for (let i = Math.max(0, trigger - 2); i <= trigger; i++) if (expectation.test(tokens[i]!.lower)) return false;
  for (let i = trigger + 1; i <= Math.min(trigger + 2, index); i++) if (awaited.test(tokens[i]!.lower)) return false;
  if (!feelingOf) return true;
  const feeling = feelingOf(token);
  // 没有信号 is about the signal that is missing, 没有问题 denies a problem.
  return existential.test(tokens[trigger]!.lower) ? feeling < 0 || unwanted.test(token.lower) : feeling <= 0;
}
