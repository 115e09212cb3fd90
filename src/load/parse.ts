import {
  Composer,
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { lineAndColumn } from '../format/line-and-column.js';
import { Outline, packSpots } from '../format/pack-places.js';
import { type Places, pointerStep } from '../format/places.js';
import { quote } from '../format/quote.js';
import type { SyntaxFault } from './checked.js';
import { plainTags, readPlain } from './read-plain.js';

/** A YAML document as plain data, and where each of its parts stands. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly places: Places;
}

/** What a file's text holds before anybody has checked it. */
export interface ParsedText {
  readonly documents: readonly ParsedDocument[];
  readonly faults: readonly SyntaxFault[];
}

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
};

const OPTIONS = { prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: 'silent' } as const;

const tags = plainTags(OPTIONS);

/**
 * Reads YAML 1.2. Every document that is sound comes back, and every error with its place.
 *
 * @param isShort whether plain files may go the short way (`read-plain.ts`); it leads to the same
 */
export function parseText(text: string, isShort = true): ParsedText {
  try {
    const tokens = [...new Parser().parse(text)];
    const plain = isShort ? readPlain(tokens, text, tags) : undefined;
    if (plain) return { documents: [plain], faults: [] };
    const parsed = [...new Composer(OPTIONS).compose(tokens)];
    const documents: ParsedDocument[] = [];
    const faults: SyntaxFault[] = [];
    for (const document of parsed as Document.Parsed[]) {
      const found = [...document.errors, ...document.warnings].map((error) => toFault(error, text));
      if (text.includes('*')) found.push(...unknownAliases(document, text));
      faults.push(...found.slice(0, MOST_FAULTS));
      if (found.length > 0 || document.contents === null) continue;
      if (isScalar(document.contents) && document.contents.value === null) continue;
      const { twice, ...read } = readContents(document, text);
      if (twice.length === 0) documents.push(read);
      for (const { name, offset } of twice.slice(0, MOST_FAULTS)) {
        const message = `the key ${quote(name)} is given twice`;
        faults.push({ message, hint: HINTS['DUPLICATE_KEY']!, ...lineAndColumn(text, offset) });
      }
    }
    return { documents, faults };
  } catch (error) {
    const refused = whyRefused(error);
    if (!refused) throw error;
    return { documents: [], faults: [{ ...refused, line: 1, column: 1 }] };
  }
}

/** One slip can make the parser stumble on every line after it; the first few say where to look. */
const MOST_FAULTS = 10;

function toFault({ code, message, pos }: YAMLError, text: string): SyntaxFault {
  const hint = HINTS[code];
  return { message: firstLine(message), ...lineAndColumn(text, pos[0]), ...(hint && { hint }) };
}

function unknownAliases(document: Document.Parsed, text: string): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      const message = `there is no anchor &${alias.source} above this alias`;
      faults.push({ message, hint: HINTS['BAD_ALIAS']!, ...lineAndColumn(text, alias.range?.[0] ?? 0) });
    },
  });
  return faults;
}

/** The library throws on aliases that it refuses to expand, and runs out of stack on nesting without end. */
function whyRefused(error: unknown): { message: string; hint: string } | undefined {
  if (error instanceof RangeError) return { message: 'the YAML is nested too deeply', hint: 'write it out flat' };
  if (!(error instanceof ReferenceError)) return undefined;
  return { message: 'the aliases (*name) expand without end', hint: 'write it out without aliases' };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.replace(/:$/, '');
}

/** A key that its mapping has already; the library looks for them in quadratic time. */
interface Twice {
  readonly name: string;
  readonly offset: number;
}

/**
 * A document's plain value, its places, and the keys that are given twice, in one walk. An alias stands where it is written, and what it names is shown
 * there too; its value is left to the library, which counts how far aliases expand.
 */
function readContents(document: Document.Parsed, text: string): ParsedDocument & { twice: Twice[] } {
  const twice: Twice[] = [];
  const outline = new Outline();
  const offsets: number[] = [];
  let hasAlias = false;
  const read = descend(document.contents as Node, 0, undefined);
  const places = { outline: String(outline), spots: packSpots(text, offsets) };
  return { value: hasAlias ? document.toJS() : read, places, twice };

  function descend(node: Node, depth: number, keyOffset: number | undefined): unknown {
    const offset = node.range?.[0] ?? 0;
    offsets.push(offset, keyOffset ?? offset);
    if (isScalar(node)) return node.value;
    if (isMap(node)) {
      const value: Record<string, unknown> = {};
      for (const { key, value: inner } of node.items) {
        const name = String((key as Scalar).value);
        const keyStart = (key as Node).range?.[0] ?? 0;
        if (Object.hasOwn(value, name)) twice.push({ name, offset: keyStart });
        outline.add(depth, pointerStep(name).slice(1));
        const found = descend((inner ?? key) as Node, depth + 1, keyStart);
        setOwn(value, name, inner ? found : null);
      }
      return value;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        outline.add(depth, String(index));
        return descend(item as Node, depth + 1, undefined);
      });
    }
    hasAlias = true;
    return undefined;
  }
}

/** `__proto__` is a key like others. */
function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}
