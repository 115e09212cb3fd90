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
import type { ParsedDocument, ParsedText, SyntaxFault } from '../places/parsed-text.js';
import { pointerStep } from '../places/places.js';
import { quote } from '../util/quote.js';
import { plainTags, readPlain } from './parse-plain.js';

/** What to do about the errors that people run into most, by the code of the YAML library. */
const HINTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'keep one of the two; for several values write a list',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'indent with the same number of spaces as the lines around it',
  BLOCK_AS_IMPLICIT_KEY: 'put text that contains ": " in quotes',
  MULTILINE_IMPLICIT_KEY: 'write "key: value", with a colon and a blank after the key; put longer text in quotes',
  MISSING_CHAR: 'check for a missing quote, comma, bracket or colon here or just before',
  UNEXPECTED_TOKEN: 'check the indentation, and put text that begins with a special character in quotes',
  BAD_SCALAR_START: 'put the text in quotes',
  BAD_ALIAS: 'an alias (*name) needs an anchor (&name) above it; put text that begins with * in quotes',
  TAG_RESOLVE_FAILED: 'leave the tag (!…) out',
  NON_STRING_KEY: 'write the key as plain text',
  CYCLE: 'write it out without aliases',
  UNFIT: 'take it out; the file may have been saved by a program that is not for text',
  TOO_DEEP: 'write it out flat',
  TOO_MUCH: 'split it: one process a file is easiest to review',
};

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
  const stop = (message: string, offset: number) => faults.push(limitFault(message, offset, text));
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

type Stop = (message: string, offset: number) => void;

/** The parts of the file, up to the limits; the rest is not even looked at. */
function* withinLimits(text: string, stop: Stop): Generator<CST.Token, void> {
  let documents = 0;
  let marks = 0;
  for (const token of tokensOf(text, stop)) {
    if (token.type === 'document') documents++;
    else if (token.type === 'error' || token.type === 'directive' || token.type === 'doc-end') marks++;
    if (documents > MOST_DOCUMENTS)
      return stop(`the file holds more than ${MOST_DOCUMENTS} documents; the rest was not read`, token.offset);
    if (marks > MOST_MARKS)
      return stop(`more than ${MOST_MARKS} marks (%, ...) or errors; the rest was not read`, token.offset);
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
    if (error instanceof TooMuch) return { faults: [limitFault(error.message, error.offset, text)] };
    // The library counts how far aliases expand, and throws; also on one that stands in what it names.
    if (!(error instanceof ReferenceError)) throw error;
    const message = `the aliases (*name) expand without end, or to more than ${MOST_COPIES} copies`;
    return { faults: [{ message, hint: 'write it out without aliases', ...lineAndColumn(text, startOf(document)) }] };
  }
}

function isEmpty(contents: Node): boolean {
  return isScalar(contents) && contents.value === null;
}

function startOf({ contents }: Document.Parsed): number {
  return contents?.range[0] ?? 0;
}

function toFault({ code, message, pos }: YAMLError, text: string): SyntaxFault {
  const hint = HINTS[code];
  return { message: firstLine(message), ...lineAndColumn(text, pos[0]), ...(hint && { hint }) };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.replace(/:$/, '');
}

/** A document goes beyond a limit; the message says which. */
class TooMuch extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const TOO_DEEP = `the YAML is nested too deeply; at most ${MOST_LEVELS} levels are read`;

function limitFault(message: string, offset: number, text: string): SyntaxFault {
  return { message, hint: HINTS[message === TOO_DEEP ? 'TOO_DEEP' : 'TOO_MUCH']!, ...lineAndColumn(text, offset) };
}

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
    if (spots.length === MOST_VALUES) throw new TooMuch(`the document holds more than ${MOST_VALUES} values`, offset);
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
        if (Object.hasOwn(value, name)) fault(`the key ${quote(name)} is given twice`, 'DUPLICATE_KEY', keyStart);
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
    if (why) fault(why, 'UNFIT', offset);
    return value;
  }

  function meet({ source }: Alias, offset: number): undefined {
    aliases++;
    if (aliases > MOST_ALIASES)
      throw new TooMuch(`the document holds more than ${MOST_ALIASES} aliases (*name)`, offset);
    if (!anchors.has(source)) fault(`there is no anchor &${source} above this alias`, 'BAD_ALIAS', offset);
    if (open.has(source)) fault(`the alias *${source} stands in what it names`, 'CYCLE', offset);
  }

  function fault(message: string, code: string, offset: number): void {
    if (faults.length < MOST_FAULTS) faults.push({ message, hint: HINTS[code]!, ...lineAndColumn(text, offset) });
  }
}

/** `__proto__` is a key like others. */
function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}

/** Why no report could hold a text: XML knows no NUL, and UTF-8 no half of a character. */
function whyUnfit(text: string): string | undefined {
  if (!text.isWellFormed()) return 'the text holds half of a character (a lone surrogate)';
  return text.includes('\0') ? 'the text holds a NUL character' : undefined;
}
