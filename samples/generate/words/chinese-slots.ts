import type { Words } from './slots.ts';

const digits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const few =
  (low: number, high: number): Words =>
  ({ random }) =>
    digits[random.int(low, high)]!;

/** What Chinese writers put into the slots that read differently from English; `inChinesePounds` sees to the money. */
export const chineseWords: Record<string, Words> = {
  date: ({ random, receivedAt }) => {
    const before = new Date(receivedAt.getTime() - random.int(3, 24) * 86_400_000);
    return `${before.getUTCMonth() + 1}月${before.getUTCDate()}日`;
  },
  month: ({ random, receivedAt }) => {
    const before = new Date(receivedAt.getTime() - random.int(25, 70) * 86_400_000);
    return `${before.getUTCMonth() + 1}月份`;
  },
  weeks: few(2, 6),
  times: few(3, 6),
  years: ({ customer }) => digits[customer.years] ?? String(customer.years),
};

export function inChinesePounds(text: string): string {
  return text.replace(/£([\d.]+)/g, '$1镑');
}
