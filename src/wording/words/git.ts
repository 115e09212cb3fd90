import type { GitFault } from '../../git-fault.js';

/** What is said when git cannot tell what was asked: what is wrong, and what to do about it. */
export type GitWords = {
  readonly [Code in GitFault['code']]: (fault: Extract<GitFault, { code: Code }>) => {
    readonly message: string;
    readonly hint: string;
  };
};
