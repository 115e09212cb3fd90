import type { Reason } from '../../judging/assess.js';

export type ParamsFor<Code extends Reason['code']> = Extract<Reason, { code: Code }>['params'];

/** What is said about one reason. */
export interface ReasonWords<P> {
  readonly says: (params: P) => string;
  /** What to do about it; absent where there is nothing to be done. */
  readonly remedy?: (params: P) => string;
}

/** What is said about each reason, by its code. */
export type ReasonsWords = { readonly [Code in Reason['code']]: ReasonWords<ParamsFor<Code>> };
