import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { MOST_ALIASES, MOST_COPIES, MOST_DOCUMENTS, MOST_LEVELS, MOST_MARKS, MOST_VALUES } from '../files/limits.js';
import { lineAndColumn } from '../places/line-and-column.js';
import { Outline, Spots } from '../places/packed.js';
import { pointerStep } from '../places/places.js';
import type { YamlFault } from '../problem.js';
import { plainTags, readPlain } from './parse-plain.js';
import type { ParsedDocument, ParsedText, SyntaxFault } from './parsed-text.js';

const OPTIONS = { prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: 'silent' } as const;

const tags = plainTags(OPTIONS);

/**
 * Reads YAML 1.2. Every document that is sound comes back, and every error with its place.
 *
 * @param isShort whether plain files may go the short way (`read-plain.ts`); it leads to the same
 */
export function parseText(text: string, isShort = true): ParsedText {
  const plain = isShort && whyUnfit(text) === undefined ? readPlain(text, tags) : undefined;
  if (plain) return { documents: [plain], faults: [] };
  const documents: ParsedDocument[] = [];
  const faults: SyntaxFault[] = [];
  const stop: Stop = (fault, offset) => faults.push({ fault, ...lineAndColumn(text, offset) });
  const tokens = withoutStacks(() => [...withinLimits(text, stop)]);
  for (const document of withoutStacks(() => [...new Composer(OPTIONS).compose(tokens)])) {
    const read = readDocument(document as Document.Parsed, text);
    if (!read) continue;
    if ('faults' in read) faults.push(...read.faults);
    else documents.push(read);
  }
  return { documents, faults };
}

/** One slip can make the parser stumble on every line after it; the first few say where to look. */
const MOST_FAULTS = 10;

/** What the parser holds beside one token a level: the document, and a scalar. */
const BESIDE_LEVELS = 2;

type Stop = (fault: YamlFault, offset: number) => void;

/** The parts of the file, up to the limits; the rest is not even looked at. */
function* withinLimits(text: string, stop: Stop): Generator<CST.Token, void> {
  let documents = 0;
  let marks = 0;
  for (const token of tokensOf(text, stop)) {
    if (token.type === 'document') documents++;
    else if (token.type === 'error' || token.type === 'directive' || token.type === 'doc-end') marks++;
    if (documents > MOST_DOCUMENTS) return stop({ key: 'many-documents', most: MOST_DOCUMENTS }, token.offset);
    if (marks > MOST_MARKS) return stop({ key: 'many-marks', most: MOST_MARKS }, token.offset);
    yield token;
  }
}

/** Ends where the levels do: a parser that goes on holds a gigabyte of what is open, and runs out of stack. */
function* tokensOf(text: string, stop: Stop): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_LEVELS + BESIDE_LEVELS) return stop(TOO_DEEP, parser.offset);
  }
  yield* parser.end();
}

/** The library makes an error for each slip, with its stack: half a million of those are half a gigabyte. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** `undefined`: there is nothing in it. */
function readDocument(document: Document.Parsed, text: string): ParsedDocument | { faults: SyntaxFault[] } | undefined {
  const errors = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS);
  const faults = errors.map((error) => toFault(error, text));
  if (faults.length > 0) return { faults };
  if (document.contents === null || isEmpty(document.contents)) return undefined;
  try {
    return readContents(document, text);
  } catch (error) {
    if (error instanceof TooMuch) return { faults: [{ fault: error.fault, ...lineAndColumn(text, error.offset) }] };
    // The library counts how far aliases expand, and throws; also on one that stands in what it names.
    if (!(error instanceof ReferenceError)) throw error;
    return {
      faults: [{ fault: { key: 'many-copies', most: MOST_COPIES }, ...lineAndColumn(text, startOf(document)) }],
    };
  }
}

function isEmpty(contents: Node): boolean {
  return isScalar(contents) && contents.value === null;
}

function startOf({ contents }: Document.Parsed): number {
  return contents?.range[0] ?? 0;
}

function toFault(error: YAMLError, text: string): SyntaxFault {
  const fault: YamlFault = { key: 'syntax', code: syntaxCode(error), said: firstLine(error.message) };
  return { fault, ...lineAndColumn(text, error.pos[0]) };
}

/** The library's code. It has one for all that is missing; what was not closed is reported far from where it was opened, so it has to be named. */
function syntaxCode({ code, message }: YAMLError): string {
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return code;
  if (/^Missing closing .quote$/.test(firstLine(message))) return 'MISSING_QUOTE';
  return /end with a [\]}]$/.test(firstLine(message)) ? 'MISSING_BRACKET' : code;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.replace(/:$/, '');
}

/** Thrown and caught here: a document goes beyond a limit. */
class TooMuch extends Error {
  constructor(
    readonly fault: YamlFault,
    readonly offset: number,
  ) {
    super(fault.key);
  }
}

const TOO_DEEP: YamlFault = { key: 'deep-nesting', most: MOST_LEVELS };

/**
 * A document's plain value and its places, or the keys that are given twice and the aliases of nothing, in one walk: the
 * library looks for both in quadratic time. An alias stands where it is written, and what it names is shown there too;
 * its value is left to the library, which counts how far aliases expand.
 */
function readContents(document: Document.Parsed, text: string): ParsedDocument | { faults: SyntaxFault[] } {
  const faults: SyntaxFault[] = [];
  const outline = new Outline();
  const spots = new Spots();
  const anchors = new Set<string>();
  /** Of what is being read just now. */
  const open = new Set<string>();
  let aliases = 0;
  const read = descend(document.contents as Node, undefined, 1);
  if (faults.length > 0) return { faults };
  return {
    value: aliases > 0 ? document.toJS({ maxAliasCount: MOST_COPIES }) : read,
    places: { outline: String(outline), spots: String(spots) },
  };

  function descend(node: Node, keyOffset: number | undefined, level: number): unknown {
    const offset = node.range?.[0] ?? 0;
    if (level > MOST_LEVELS) throw new TooMuch(TOO_DEEP, offset);
    if (spots.length === MOST_VALUES) throw new TooMuch({ key: 'many-values', most: MOST_VALUES }, offset);
    const own = lineAndColumn(text, offset);
    const key = keyOffset === undefined ? own : lineAndColumn(text, keyOffset);
    spots.add(key.line, key.column, own.line, own.column);
    if (isAlias(node)) return meet(node, offset);
    const { anchor } = node;
    if (anchor === undefined) return readNode(node, offset, level);
    anchors.add(anchor);
    open.add(anchor);
    const value = readNode(node, offset, level);
    open.delete(anchor);
    return value;
  }

  function readNode(node: Exclude<Node, Alias>, offset: number, level: number): unknown {
    if (isScalar(node)) return sound(node.value, offset);
    if (isMap(node)) {
      const value: Record<string, unknown> = {};
      for (const { key, value: inner } of node.items) {
        const name = String((key as Scalar).value);
        const keyStart = (key as Node).range?.[0] ?? 0;
        sound(name, keyStart);
        if (Object.hasOwn(value, name)) fault({ key: 'duplicate-key', name }, keyStart);
        if ((key as Scalar).anchor !== undefined) anchors.add((key as Scalar).anchor!);
        outline.add(level - 1, pointerStep(name).slice(1));
        const found = descend((inner ?? key) as Node, keyStart, level + 1);
        setOwn(value, name, inner ? found : null);
      }
      return value;
    }
    if (!isSeq(node)) return undefined;
    return node.items.map((item, index) => {
      outline.add(level - 1, String(index));
      return descend(item as Node, undefined, level + 1);
    });
  }

  function sound(value: unknown, offset: number): unknown {
    const why = typeof value === 'string' ? whyUnfit(value) : undefined;
    if (why) fault(why, offset);
    return value;
  }

  function meet({ source }: Alias, offset: number): undefined {
    aliases++;
    if (aliases > MOST_ALIASES) throw new TooMuch({ key: 'many-aliases', most: MOST_ALIASES }, offset);
    if (!anchors.has(source)) fault({ key: 'missing-anchor', name: source }, offset);
    if (open.has(source)) fault({ key: 'circular-alias', name: source }, offset);
  }

  function fault(what: YamlFault, offset: number): void {
    if (faults.length < MOST_FAULTS) faults.push({ fault: what, ...lineAndColumn(text, offset) });
  }
}

/** `__proto__` is a key like others. */
function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}

/** Why no report could hold a text: XML knows no NUL, and UTF-8 no half of a character. */
function whyUnfit(text: string): YamlFault | undefined {
  if (!text.isWellFormed()) return { key: 'lone-surrogate' };
  return text.includes('\0') ? { key: 'nul-character' } : undefined;
}
