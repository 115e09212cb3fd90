import type { Scope } from '../shared/audit.js';

export interface AskRequest {
  readonly scope: Scope;
  /** Who answers; unknown: the session asks. */
  readonly role: string | undefined;
  /** A pseudonym. */
  readonly who: string | undefined;
  /** Only these processes: ids or names, also several joined by commas. */
  readonly processes: readonly string[] | undefined;
  readonly questions: readonly string[] | undefined;
  /** Only what would settle an undecided verdict. */
  readonly isUndecidedOnly: boolean;
  /** Even what was answered recently. */
  readonly isAll: boolean;
  readonly kind: 'session' | { readonly printed: 'yaml' | 'markdown' } | { readonly sheets: readonly string[] };
}

/** A session about everything that is open. */
export const SESSION: Omit<AskRequest, 'scope'> = {
  role: undefined,
  who: undefined,
  processes: undefined,
  questions: undefined,
  isUndecidedOnly: false,
  isAll: false,
  kind: 'session',
};
