/** Dots, dashes and blanks are what a form leaves for people to fill in. */
export const SAYS_SOMETHING = /[^\s.…_-]/;

/** Whether a text is one: our formats take no other for a reason, a name or a role. */
export function saysSomething(text: string): boolean {
  return SAYS_SOMETHING.test(text);
}
