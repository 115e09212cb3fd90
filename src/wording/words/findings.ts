import type { FindingParams, FindingRule } from '../../gate/findings.js';

/** What is said about one finding. */
export interface FindingWords<P> {
  readonly title: string;
  readonly why: string;
  /** Where the article says so. */
  readonly source: string;
  readonly says: (params: P) => string;
  /** The same for what is passed on, where `says` tells what few people answered. */
  readonly shareable?: (params: P) => string;
  readonly remedy: (params: P) => string;
  /** The remedy without a case at hand. */
  readonly todo: string;
}

/** What is said about each finding, by its rule. */
export type FindingsWords = { readonly [R in FindingRule]: FindingWords<FindingParams[R]> };
