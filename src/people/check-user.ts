import { Refusal } from './refusal.ts';
import { type UserRole, userRoles } from './user.ts';

export const leastPassword = 10;
const mostPassword = 200;

/** What a person typed of a user, made whole: no blanks around it. @throws Refusal that says which field is wrong and why. */
export function checkUser(given: { name: string; email: string; role: string }): {
  name: string;
  email: string;
  role: UserRole;
} {
  const name = given.name.trim();
  const email = given.email.trim();
  const role = userRoles.find((known) => known === given.role);
  if (name === '' || name.length > 100)
    throw new Refusal('"name" should be what the person is called, in 1 to 100 letters.');
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
    throw new Refusal(`"email" is "${given.email}"; it should look like jo@example.com.`);
  }
  if (!role) throw new Refusal(`"role" is "${given.role}"; it should be one of ${userRoles.join(', ')}.`);
  return { name, email, role };
}

/** Long beats complicated (NIST SP 800-63B). @throws Refusal that says what is wrong with the password. */
export function checkPassword(password: string, email: string): void {
  if (password.length < leastPassword) {
    throw new Refusal(`The password has ${password.length} characters; it needs at least ${leastPassword}.`);
  }
  if (password.length > mostPassword) throw new Refusal(`The password is longer than ${mostPassword} characters.`);
  if (password.toLowerCase() === email.toLowerCase()) throw new Refusal('The password is the email address.');
  if (/^(.)\1*$/u.test(password)) throw new Refusal('The password is one character again and again.');
}
