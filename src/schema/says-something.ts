/** Anything but dots, dashes and spaces, which are placeholders, and characters that are invisible (`util/visible-text.ts`). */
export const SAYS_SOMETHING = /[^\s.…_\-\p{C}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\u{13441}\u{13443}\ufffc]/u;

/** Whether a text says anything. Our formats require that of reasons, names and roles. */
export function saysSomething(text: string): boolean {
  return SAYS_SOMETHING.test(text);
}
