/** What is said in place of words that are not passed on. */
export interface SharingWords {
  /** In place of what somebody answered. */
  readonly counted: (outcome: string, voices: number) => string;
  /** In place of a role. */
  readonly somebody: string;
}
