import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { checkText } from '../load/check-text.js';
import { mistakesIn } from '../load/checked-text.js';
import type { Fault, SaveFault } from '../problem.js';
import { isSameRole } from '../sales-process/roles.js';

/** A voice as it is written into a file. Keys that are missing here are left out. */
export interface WrittenVoice {
  readonly answer: string;
  readonly why?: string;
  readonly evidence?: readonly string[];
  readonly by: string;
  readonly who?: string;
  readonly on: string;
}

export interface Target {
  /** The process; its file may hold several. */
  readonly id: string;
  /** The id of a process that states none. */
  readonly defaultId: string;
  readonly question: string;
}

/** The text with the voice in it, or why it cannot be added. */
export type Added = { readonly text: string } | { readonly refused: SaveFault };

/** Replaces the text between two offsets. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Adds a voice to the text of a process file and leaves every other character as it is: comments, order, quoting, blank lines, line
 * endings. It replaces the speaker's own earlier answer: the one with the same role and pseudonym, or the one this session wrote
 * `before`. Without a pseudonym, colleagues cannot be told apart, so all other answers stay. An identical answer is not added twice.
 *
 * The text is edited at offsets instead of being printed again. The result is then parsed and compared: unless it says exactly what the
 * file said before, plus the voice, the change is refused.
 */
export function addVoice(text: string, target: Target, voice: WrittenVoice, before?: WrittenVoice): Added {
  if (
    !Object.values(voice)
      .flat()
      .every((value) => String(value).isWellFormed())
  ) {
    return { refused: { key: 'lone-surrogate-in-answer' } };
  }
  const documents = parse(text);
  if (!documents) return { refused: { key: 'invalid-yaml' } };
  const index = documents.findIndex((document) => idOf(document, target.defaultId) === target.id);
  const root = documents[index]?.contents;
  if (!isMap(root)) return { refused: { key: 'process-gone', id: target.id } };

  const speech = { voice: plain(voice), before: before && plain(before) };
  if (isSaid(documents[index]!.toJS(), target.question, speech)) return { text };
  const edits = editsFor(root as YAMLMap, text, target.question, speech);
  if (!edits) return { refused: { key: 'behind-alias' } };
  const changed = apply(text, edits);
  const wanted = documents.map((document, at) => {
    const value = document.toJS() as Record<string, unknown>;
    return at === index ? withVoice(value, target.question, speech) : value;
  });
  const found = parse(changed)?.map((document) => document.toJS());
  if (!isDeepStrictEqual(found, wanted)) return { refused: { key: 'no-safe-place' } };
  const worse = worseThan(text, changed);
  return worse === undefined ? { text: changed } : { refused: { key: 'invalid-then', fault: worse } };
}

/** A fault that the change adds to the file: a limit it exceeds, or an answer that is not allowed. */
function worseThan(text: string, changed: string): Fault | undefined {
  const now = mistakesIn(checkText('process', changed));
  return now.length > 0 && now.length > mistakesIn(checkText('process', text)).length ? now.at(-1) : undefined;
}

function parse(text: string): Document.Parsed[] | undefined {
  try {
    const documents = parseAllDocuments(text, { prettyErrors: false, stringKeys: true, logLevel: 'silent' });
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents as Document.Parsed[];
  } catch {
    return undefined;
  }
}

function idOf({ contents }: Document.Parsed, defaultId: string): unknown {
  return isMap(contents) ? (contents.get('id') ?? defaultId) : undefined;
}

/** A voice, and the one this session wrote before and now replaces. */
interface Speech {
  readonly voice: Plain;
  readonly before: Plain | undefined;
}

function voicesOn(value: unknown, question: string): readonly unknown[] {
  const said = (value as { answers?: Record<string, unknown> | null }).answers?.[question];
  if (said === undefined) return [];
  return Array.isArray(said) ? said : [said];
}

/** Whether there is nothing to write: the same answer is there already, and no earlier one has to be replaced. */
function isSaid(value: unknown, question: string, { voice, before }: Speech): boolean {
  const voices = voicesOn(value, question);
  const has = (one: Plain) => voices.some((said) => isDeepStrictEqual(said, one));
  return has(voice) && (before === undefined || isDeepStrictEqual(before, voice) || !has(before));
}

/** The document as plain data, with the voice added: what the edited text must say. */
function withVoice(value: Record<string, unknown>, question: string, speech: Speech): Record<string, unknown> {
  const answers = (value['answers'] ?? {}) as Record<string, unknown>;
  const voices = [...voicesOn(value, question)];
  const own = voices.findLastIndex((one) => isOwn(one, speech));
  const next = own >= 0 ? voices.with(own, speech.voice) : [...voices, speech.voice];
  const isList = Array.isArray(answers[question]) || next.length > 1;
  return { ...value, answers: { ...answers, [question]: isList ? next : next[0] } };
}

/** Whether an answer in a file is the speaker's own. */
function isOwn(said: unknown, { voice, before }: Speech): boolean {
  if (typeof said !== 'object' || said === null) return false;
  if (before && isDeepStrictEqual(said, before)) return true;
  const { by, who } = said as Partial<WrittenVoice>;
  if (by === undefined || who === undefined) return false;
  return isSameRole(by, String(voice['by'])) && who === voice['who'];
}

/** A voice without its missing keys, in the order in which they are written. */
type Plain = Readonly<Record<string, unknown>>;

function plain({ answer, why, evidence, by, who, on }: WrittenVoice): Plain {
  const entries = Object.entries({ answer, why, evidence: evidence?.length ? [...evidence] : undefined, by, who, on });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function editsFor(root: YAMLMap, text: string, question: string, speech: Speech): Edit[] | undefined {
  const { voice } = speech;
  const answers = pairOf(root, 'answers');
  if (!answers) return [addPair(root, text, 'answers', { [question]: voice })];
  if (isEmpty(answers)) return [fillPair(answers, text, { [question]: voice })];
  if (!isMap(answers.value)) return undefined;
  const said = pairOf(answers.value as YAMLMap, question);
  if (!said) return [addPair(answers.value as YAMLMap, text, question, voice)];
  const value = said.value as Node;
  if (isSeq(value)) return editList(value as YAMLSeq, text, speech);
  if (!isScalar(value) && !isMap(value)) return undefined;
  if (isOwn(toJs(value), speech)) return [replaceNode(value, text, voice)];
  return answers.value.flow ? [toFlowList(value, text, voice)] : toBlockList(said, value, text, voice);
}

function editList(list: YAMLSeq, text: string, speech: Speech): Edit[] {
  const { voice } = speech;
  const own = list.items.findLastIndex((item) => isOwn(toJs(item as Node), speech));
  if (own >= 0) return [replaceNode(list.items[own] as Node, text, voice)];
  if (list.flow) return [insertAt(endOf(list.items.at(-1) as Node), `, ${asFlow(voice, text)}`)];
  const dash = columnOf(text, list.range![0]);
  return [insertLine(text, endOf(list), asItem(voice, dash))];
}

/** Turns a single voice, `value: no` or a mapping, into the first item of a list. */
function toBlockList(pair: Pair, value: Node, text: string, voice: Plain): Edit[] {
  const key = pair.key as Scalar;
  const [start] = value.range!;
  const isOnKeyLine = lineStart(text, start) === lineStart(text, key.range![0]);
  const end = endOf(value);
  if (isOnKeyLine) {
    const dash = columnOf(text, key.range![0]) + 2;
    const colon = text.indexOf(':', key.range![1]);
    if (text.slice(start, end).includes('\n')) {
      const list = asBlock([toJs(value), voice], dash).trimEnd();
      return [{ from: colon + 1, to: end, text: `\n${list}` }];
    }
    const first = { from: colon + 1, to: start, text: `\n${' '.repeat(dash)}- ` };
    return [first, insertLine(text, end, asItem(voice, dash))];
  }
  const dash = columnOf(text, start);
  const edits: Edit[] = [insertAt(start, '- ')];
  for (let at = text.indexOf('\n', start); at >= 0 && at + 1 < end; at = text.indexOf('\n', at + 1)) {
    if (!/^\r?\n/.test(text.slice(at + 1, at + 3))) edits.push(insertAt(at + 1, '  '));
  }
  return [...edits, insertLine(text, end, asItem(voice, dash))];
}

function toFlowList(value: Node, text: string, voice: Plain): Edit {
  const [from] = value.range!;
  const to = endOf(value);
  return { from, to, text: `[${text.slice(from, to)}, ${asFlow(voice, text)}]` };
}

function replaceNode(node: Node, text: string, voice: Plain): Edit {
  const [from] = node.range!;
  const to = endOf(node);
  if (!isMap(node) || node.flow) return { from, to, text: asFlow(voice, text) };
  const written = asBlock(voice, columnOf(text, from)).trim();
  return { from, to, text: text[to - 1] === '\n' ? `${written}\n` : written };
}

/** Adds a key at the end of a mapping, in the style of the mapping. */
function addPair(map: YAMLMap, text: string, key: string, value: unknown): Edit {
  if (map.flow) {
    const last = map.items.at(-1);
    const inside = `${isJson(text) ? JSON.stringify(key) : key}: ${asFlow(value, text)}`;
    if (!last) return insertAt(map.range![0] + 1, inside);
    return insertAt(endOfPair(last), `, ${inside}`);
  }
  return insertLine(text, endOf(map), asBlock({ [key]: value }, columnOf(text, map.range![0])));
}

/** Gives a key without a value, or with an empty one, a value on the lines below it. */
function fillPair(pair: Pair, text: string, value: unknown): Edit {
  const key = pair.key as Scalar;
  const empty = pair.value as Node | null;
  const isWritten = isMap(empty) || (isScalar(empty) && (empty.source ?? '') !== '');
  if (isWritten && isJson(text)) return { from: empty.range![0], to: empty.range![1], text: asFlow(value, text) };
  const block = asBlock(value, columnOf(text, key.range![0]) + 2);
  const afterColon = text.indexOf(':', key.range![1]) + 1;
  if (isWritten) return { from: afterColon, to: empty.range![1], text: `\n${block.trimEnd()}` };
  return insertLine(text, afterColon, block);
}

function isEmpty({ value }: Pair): boolean {
  if (value === null || value === undefined) return true;
  return (isScalar(value) && value.value === null) || (isMap(value) && value.items.length === 0);
}

function asItem(voice: Plain, dash: number): string {
  return asBlock([voice], dash);
}

/** Block YAML, each line indented to `column`, with a line break after the last. */
function asBlock(value: unknown, column: number): string {
  const lines = stringify(value, { lineWidth: 0, singleQuote: false }).split('\n');
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join('\n');
}

/** The value on one line: as JSON if the file is JSON, else as YAML. */
function asFlow(value: unknown, text: string): string {
  if (isJson(text)) return JSON.stringify(value);
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

function isJson(text: string): boolean {
  return text.trimStart().startsWith('{');
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function toJs(node: Node): unknown {
  return isScalar(node) ? node.value : (node as YAMLMap).toJSON();
}

/** The offset at which a node ends, without the comments and blank lines after it. */
function endOf(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    if (last === undefined) return node.range![1];
    return isMap(node) ? endOfPair(last as Pair) : endOf(last as Node);
  }
  return node.range![1];
}

function endOfPair({ key, value }: Pair): number {
  const keyEnd = (key as Node).range![1];
  return value ? Math.max(keyEnd + 1, endOf(value as Node)) : keyEnd + 1;
}

function insertAt(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

/** Inserts whole lines below the line that holds `end`; a comment at the end of that line stays there. */
function insertLine(text: string, end: number, lines: string): Edit {
  if (end > 0 && text[end - 1] === '\n') return insertAt(end, lines);
  const lineEnd = text.indexOf('\n', end);
  return lineEnd < 0 ? insertAt(text.length, `\n${lines}`) : insertAt(lineEnd + 1, lines);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Applies edits from the last to the first, so that offsets stay valid, with the line endings of the text. */
function apply(text: string, edits: readonly Edit[]): string {
  const hasCrLf = text.includes('\r\n');
  const fromEnd = [...edits].sort((a, b) => b.from - a.from || b.to - a.to);
  return fromEnd.reduce((changed, { from, to, text: inserted }) => {
    const lines = hasCrLf ? inserted.replace(/\r?\n/g, '\r\n') : inserted;
    return changed.slice(0, from) + lines + changed.slice(to);
  }, text);
}
