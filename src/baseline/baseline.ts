import { type EarlierProcess, lowOf, rankOfReasons } from '../gate/earlier-process.js';
import type { Gate, Standing } from '../gate/gate.js';
import type { GateReason } from '../gate/policy.js';
import type { JudgedProcess } from '../judging/judge.js';
import { compareText } from '../places/places.js';
import type { BaselineFile } from './schema.js';

/** One process and one reason it is let through for. */
export interface BaselineEntry {
  readonly process: string;
  readonly reason: GateReason;
  readonly score: number;
}

/** What a baseline says about each process. If a merge left two scores, the lower one counts. */
export function knownFromBaseline({ accepted }: BaselineFile): ReadonlyMap<string, EarlierProcess> {
  const known = new Map<string, EarlierProcess>();
  for (const { process, reason, score } of accepted) {
    const before = known.get(process);
    const reasons = new Set([...(before?.reasons ?? []), reason]);
    const low = Math.min(score, before?.low ?? score);
    known.set(process, { reasons, rank: rankOfReasons(reasons), low });
  }
  return known;
}

/** Processes that need no entry: they pass, or a waiver lets them pass for now. */
const WITHOUT_ENTRY: readonly Standing[] = ['passes', 'waived'];

/** The entries that let everything pass that fails now, sorted. */
export function baselineOf({ standings }: Pick<Gate, 'standings'>, judged: readonly JudgedProcess[]): BaselineEntry[] {
  return judged
    .flatMap((one) => {
      const process = one.salesProcess.id;
      const { standing, reasons } = standings.get(process)!;
      if (WITHOUT_ENTRY.includes(standing)) return [];
      return reasons.map((reason) => ({ process, reason, score: lowOf(one) }));
    })
    .sort(byProcess);
}

/** The order in which entries are written. */
export function byProcess(a: BaselineEntry, b: BaselineEntry): number {
  return compareText(a.process, b.process) || compareText(a.reason, b.reason);
}

/**
 * The text of the file: one line per entry and no line numbers, so that git can merge two people's changes.
 *
 * @param head what the file is for: the lines of the comment at its top
 */
export function formatBaseline(entries: readonly BaselineEntry[], head: readonly string[]): string {
  const lines = entries.map(
    ({ process, reason, score }) => `  - { process: ${quoted(process)}, reason: ${reason}, score: ${score} }`,
  );
  return [
    ...head.map((line) => `# ${line}`),
    'version: 1',
    lines.length > 0 ? `accepted:\n${lines.join('\n')}` : 'accepted: []',
    '',
  ].join('\n');
}

function quoted(id: string): string {
  return isPlainId(id) ? id : JSON.stringify(id);
}

/** Whether YAML reads an id as text without quotes; `2024`, `null` and `1e3` it does not. */
export function isPlainId(id: string): boolean {
  return /^[a-z][a-z0-9]*-[a-z0-9-]+$/.test(id);
}
