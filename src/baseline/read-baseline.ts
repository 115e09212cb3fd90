import { GATE_REASONS } from '../gate/policy.js';
import { isId } from '../sales-process/vocabulary.js';
import { type BaselineEntry, isPlainId } from './baseline.js';

/** What a baseline says, or the number of the first line, from 1, that `formatBaseline` would not write. */
export type ReadBaseline = { readonly accepted: readonly BaselineEntry[] } | { readonly strayLine: number };

/** In characters. A longer line is not ours: an id comes from a process file, which is smaller. */
const LONGEST_LINE = 2 * 1024 * 1024;

const ENTRY = /^ {2}- \{ process: (.+), reason: ([a-z-]+), score: (\d+(?:\.\d+)?) \}$/;

/**
 * Reads a baseline as `formatBaseline` writes it, line by line, because it may grow beyond the limits of YAML files. Comments, blank
 * lines and CR LF are accepted too; everything else is left to the YAML parser and its limits.
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
  // An empty baseline is written differently.
  return accepted.length > 0 ? { accepted } : { strayLine: line };
}

/** An id never contains #, so quotes need no attention. */
function withoutComment(line: string): string {
  const at = line.search(/(?:^|[ \t])#/);
  return withoutBlanks(at < 0 ? line : line.slice(0, at));
}

/** Trims spaces and tabs, the only white space in YAML. A regular expression anchored at the end would take quadratic time. */
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
  // Nothing in an id needs escaping in JSON.
  const isQuoted = written.length > 2 && written.startsWith('"') && written.endsWith('"');
  const id = isQuoted ? written.slice(1, -1) : isPlainId(written) ? written : '';
  return isId(id) ? id : undefined;
}
