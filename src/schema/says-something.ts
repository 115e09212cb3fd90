/** Dots, dashes and blanks are what a form leaves to be filled in; what nobody can see is no text either (`util/visible-text.ts`). */
export const SAYS_SOMETHING = /[^\s.…_\-\p{C}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\u{13441}\u{13443}\ufffc]/u;

/** Whether a text is one: our formats take no other for a reason, a name or a role. */
export function saysSomething(text: string): boolean {
  return SAYS_SOMETHING.test(text);
}
