import type { Advice, Rule } from '../../schema/rule.js';
import type { Issue } from '../../schema/validate.js';
import type { WithKey } from '../../util/with-key.js';

/** What is said of a value that breaks a file format. */
export interface SchemaWords {
  /** One line: which value is wrong, what it must be, what stands there, and what to write instead. */
  readonly issue: (issue: Issue) => string;
  /** What the value must be, to go after its name: "must be text". */
  readonly rules: { readonly [Key in Rule['key']]: (rule: WithKey<Rule, Key>) => string };
  readonly advice: { readonly [Key in Advice['key']]: (advice: WithKey<Advice, Key>) => string };
}
