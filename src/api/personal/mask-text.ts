/** Put in place of each letter and digit. It is as long as what it hides, so that offsets still point where they did. */
const dot = '•';

// Bounded on every side, so that no text makes them slow.
const email = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu;
const digits = /(?<![A-Za-z\d])\+?\(?\d(?:[ ()./-]{0,2}\d){7,18}(?![A-Za-z\d])/g;
const day = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?:$|[ T])/;

/** Hides email addresses, telephone numbers and card numbers. The text keeps its length. */
export function maskText(text: string): string {
  const shorter = text.includes('@') ? text.replace(email, hide) : text;
  return shorter.replace(digits, (found) => (isPersonal(found) ? hide(found) : found));
}

/** Whether a run of digits is a card or a telephone number, rather than a day, an amount or an order. */
function isPersonal(run: string): boolean {
  if (day.test(run)) return false;
  const number = run.replace(/\D/g, '');
  if (number.length >= 13) return isCard(number);
  // Whoever writes a telephone number out begins it with + or 0; other numbers of ten and more are mostly such too.
  return number.length >= 10 || /^\(?[+0]/.test(run);
}

/** Luhn's check digit (ISO/IEC 7812-1). */
function isCard(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function hide(found: string): string {
  return found.replace(/[\p{L}\p{N}]/gu, (sign) => dot.repeat(sign.length));
}
