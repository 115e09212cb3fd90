import { GATE_REASONS } from '../gate/policy.js';
import { isId } from '../sales-process/vocabulary.js';
import { type BaselineEntry, isPlainId } from './baseline.js';

/** What a baseline says, or the first of its lines, from 1, that `formatBaseline` would not write. */
export type ReadBaseline = { readonly accepted: readonly BaselineEntry[] } | { readonly strayLine: number };

/** Longer is none of ours: an id stands in a process file, and has at most the size of one. */
const LONGEST_LINE = 2 * 1024 * 1024;

const ENTRY = /^ {2}- \{ process: (.+), reason: ([a-z-]+), score: (\d+(?:\.\d+)?) \}$/;

/**
 * Reads a baseline as `formatBaseline` writes it, line by line: it grows with the number of processes, beyond what a YAML
 * file may hold. People may have put comments and blank lines in it, and git other line ends; the rest is left to YAML, and to its limits.
 */
export function readBaseline(text: string): ReadBaseline {
  const accepted: BaselineEntry[] = [];
  const head = ['version: 1', 'accepted:'];
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    line++;
    if (to - from > LONGEST_LINE) return { strayLine: line };
    const said = withoutComment(text.slice(from, to).replace(/\r$/, ''));
    from = to + 1;
    if (said === '') continue;
    if (head.length > 0) {
      if (said !== head.shift()) return { strayLine: line };
      continue;
    }
    const entry = entryIn(said);
    if (!entry) return { strayLine: line };
    accepted.push(entry);
  }
  // Without any entry it ends otherwise.
  return accepted.length > 0 ? { accepted } : { strayLine: line };
}

/** No id has a # in it, in quotes or not. */
function withoutComment(line: string): string {
  const at = line.search(/(?:^|[ \t])#/);
  return withoutBlanks(at < 0 ? line : line.slice(0, at));
}

/** Of all that looks blank YAML knows these two. A regular expression for the end of a line would take quadratic time. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end);
}

function entryIn(line: string): BaselineEntry | undefined {
  const [, written = '', reason, score] = ENTRY.exec(line) ?? [];
  const process = idIn(written);
  if (process === undefined || !REASONS.has(reason!) || !(Number(score) <= 100)) return undefined;
  return { process, reason: reason as BaselineEntry['reason'], score: Number(score) };
}

const REASONS: ReadonlySet<string> = new Set(GATE_REASONS);

function idIn(written: string): string | undefined {
  // In an id, JSON has nothing to escape.
  const isQuoted = written.length > 2 && written.startsWith('"') && written.endsWith('"');
  const id = isQuoted ? written.slice(1, -1) : isPlainId(written) ? written : '';
  return isId(id) ? id : undefined;
}
