/** Numbers and grades as the pages write them. */

export function score(value: number | null): string {
  if (value === null) return '–';
  const text = Math.abs(value).toFixed(2);
  if (text === '0.00') return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
