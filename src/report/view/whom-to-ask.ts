import type { ReportedVerdict } from '../model.js';

/** Questions that go to the same people. */
export interface Asking {
  readonly whom: readonly string[];
  readonly questions: readonly string[];
}

/** The open questions of an undecided process by whom to ask, most telling first. */
export function groupByWhom({ toAsk }: ReportedVerdict): Asking[] {
  const groups = new Map<string, { whom: readonly string[]; questions: string[] }>();
  for (const { question, whom } of toAsk) {
    const key = JSON.stringify(whom);
    const group = groups.get(key) ?? { whom, questions: [] };
    group.questions.push(question);
    groups.set(key, group);
  }
  return [...groups.values()];
}
