import { saysSomething } from '../schema/says-something.js';
import { english } from '../wording/en/index.js';

/** What is wrong with a line that is neither empty nor says anything; else `true`. */
export function mustSaySomething(text: string): true | string {
  return text.trim() === '' || saysSomething(text) || english.interview.saysNothing;
}
