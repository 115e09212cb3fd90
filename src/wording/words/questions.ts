/** What is said about one question, wherever it is said: prompts, help, README, reports. */
export interface QuestionWords {
  /** A noun, for headings. */
  readonly title: string;
  /** The question itself. */
  readonly asks: string;
  /** Why it is asked: the article's point, in our words. */
  readonly why: string;
  /** Where the article says so: "question 4", "points 3 and 8". */
  readonly source: string;
  /** One line on what counts as yes. */
  readonly yesMeans: string;
  /** How it is judged, in sentences. */
  readonly judged: readonly string[];
  /** The keys of a process file that matter to it. */
  readonly fields: readonly string[];
  /** An answer that would convince a sceptic. */
  readonly example: string;
  /** What to do when people say partly, and when they say no. */
  readonly remedy: { readonly partly: string; readonly no: string };
}
