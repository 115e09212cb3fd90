import {
  type CreateNodeOptions,
  Document,
  type DocumentOptions,
  isScalar,
  type ScalarTag,
  type SchemaOptions,
} from 'yaml';
import { MOST_VALUES } from '../files/limits.js';
import { Outline, Spots } from '../places/packed.js';
import type { ParsedDocument } from './parsed-text.js';

/*
 * Most process files use little of YAML: mappings, lists, and texts of one line. Those are read here in a seventh of the
 * time that the library takes, which is most of the time of a run. What is not plainly right is left to the library, and so
 * is everything that is wrong: `undefined` is always a right answer here. That both lead to the same is tested on the YAML
 * files of this repository, on the YAML test suite, on texts put together of anything, and on files with anything changed in them (`test/yaml/parse-plain.test.ts`).
 */

/** Thrown and caught here: something that the library has to look at. */
const NOT_PLAIN = new Error('not plain');

/** Deeper than any process description. */
const DEEPEST = 50;

/** A key that is nothing but a word. */
const KEY = /[A-Za-z_][A-Za-z0-9_-]{0,100}(?=:)/y;

/** Breaks and blanks that are none of ours, and marks that begin or end a document. */
const STRANGE = /[\t\u0085\u2028\u2029\uFEFF]|\r(?!\n)|^(?:---|\.\.\.)/m;

/** What a text without quotes must not begin with. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** In [ ] and { } a text without quotes ends before these. */
const FLOW_ENDS = /[,[\]{}]/;

/** What the library may take for a number, true, false or null. */
const MAY_BE_NO_TEXT = /^(?:[+.\d]|[~nNtTfF][A-Za-z]{0,4}$)/;

const [RETURN, BLANK, HASH, HYPHEN] = [13, 32, 35, 45];

/** The value of a text that is one plain mapping, and its places. */
export function readPlain(text: string, tags: readonly unknown[]): ParsedDocument | undefined {
  if (STRANGE.test(text)) return undefined;
  try {
    const reader = new Reader(text, tags as ScalarTag[]);
    const value = reader.readDocument();
    return { value, places: { outline: String(reader.outline), spots: String(reader.spots) } };
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

/** What the library resolves plain scalars with. */
export function plainTags(options: CreateNodeOptions & DocumentOptions & SchemaOptions): readonly unknown[] {
  return new Document(null, null, options).schema.tags;
}

/** Goes through a text line by line; what it has not read yet begins at `#at`, in a line with something in it. */
class Reader {
  readonly outline = new Outline();
  readonly spots = new Spots();
  readonly #text: string;
  readonly #tags: readonly ScalarTag[];
  #at = 0;
  /** The number of the line, where it begins, where it ends, and where the next one begins. */
  #line = 0;
  #begin = 0;
  #end = 0;
  #next = 0;
  /** How far the line is indented; -1: there is none left. */
  #indent = -1;
  /** Where the key stands that was read last. */
  #keyLine = 0;
  #keyColumn = 0;

  constructor(text: string, tags: readonly ScalarTag[]) {
    this.#text = text;
    this.#tags = tags;
  }

  readDocument(): unknown {
    this.#goToLine();
    if (this.#indent !== 0) throw NOT_PLAIN;
    const value = this.#readMap(0, 0, false);
    if (this.#indent >= 0) throw NOT_PLAIN;
    return value;
  }

  /** Finds the next line that holds more than blanks and a comment. */
  #goToLine(): void {
    while (this.#next < this.#text.length) {
      const begin = this.#next;
      this.#openLine(begin);
      if (this.#at === this.#end || this.#text.charCodeAt(this.#at) === HASH) continue;
      this.#indent = this.#at - begin;
      return;
    }
    this.#indent = -1;
  }

  /** Goes to the first character that is no blank of the line that begins there. */
  #openLine(begin: number): void {
    const found = this.#text.indexOf('\n', begin);
    this.#line++;
    this.#begin = begin;
    this.#next = found < 0 ? this.#text.length : found + 1;
    this.#end = found < 0 ? this.#text.length : found;
    if (found > begin && this.#text.charCodeAt(found - 1) === RETURN) this.#end--;
    this.#at = this.#afterBlanks(begin);
  }

  #afterBlanks(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === BLANK) at++;
    return at;
  }

  /** The rest of the line must be blank or a comment, which stands apart from what is before it. */
  #endLine(): void {
    const at = this.#afterBlanks(this.#at);
    if (at < this.#end && !(this.#text.charCodeAt(at) === HASH && at > this.#at)) throw NOT_PLAIN;
    this.#goToLine();
  }

  /** Notes the place of the value that begins here, and of its key, which is the one that was read last. */
  #note(depth: number, hasKey: boolean): void {
    if (depth > DEEPEST || this.spots.length === MOST_VALUES) throw NOT_PLAIN;
    const column = this.#at - this.#begin + 1;
    if (hasKey) this.spots.add(this.#keyLine, this.#keyColumn, this.#line, column);
    else this.spots.add(this.#line, column, this.#line, column);
  }

  /** A mapping whose keys stand in the column `indent`; the first one is here. */
  #readMap(indent: number, depth: number, hasKey: boolean): unknown {
    this.#note(depth, hasKey);
    const value: Record<string, unknown> = {};
    do {
      const name = this.#readKey(value, depth);
      this.#at = this.#afterBlanks(this.#at);
      const isBare = this.#at === this.#end || this.#text.charCodeAt(this.#at) === HASH;
      value[name] = isBare ? this.#readBelow(indent, depth + 1) : this.#readHere(indent, depth + 1, true);
      // More of it in the next line, or a line that belongs to nothing.
      if (this.#indent > indent) throw NOT_PLAIN;
    } while (this.#indent === indent);
    return value;
  }

  /** A key with its colon. */
  #readKey(value: object, depth: number): string {
    if (!this.#isKey()) throw NOT_PLAIN;
    const name = this.#text.slice(this.#at, KEY.lastIndex);
    if (name === '__proto__' || Object.hasOwn(value, name)) throw NOT_PLAIN;
    this.#keyLine = this.#line;
    this.#keyColumn = this.#at - this.#begin + 1;
    this.#at += name.length + 1;
    this.outline.add(depth, name);
    return name;
  }

  /** The value in the lines below a key that stands in the column `indent`. */
  #readBelow(indent: number, depth: number): unknown {
    this.#goToLine();
    const isList = this.#isItem();
    // A list may stand in the column of its key.
    if (this.#indent < indent || (this.#indent === indent && !isList)) throw NOT_PLAIN;
    if (isList) return this.#readList(depth);
    if (this.#isKey()) return this.#readMap(this.#indent, depth, true);
    return this.#readHere(indent, depth, true);
  }

  #isItem(): boolean {
    return this.#text.charCodeAt(this.#at) === HYPHEN && this.#text.charCodeAt(this.#at + 1) === BLANK;
  }

  #readList(depth: number): unknown {
    this.#note(depth, true);
    const indent = this.#indent;
    const value: unknown[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const begin = this.#at - indent;
      this.#at = this.#afterBlanks(this.#at + 1);
      if (this.#at === this.#end) throw NOT_PLAIN;
      this.outline.add(depth, String(value.length));
      const inner = this.#at - begin;
      value.push(this.#isKey() ? this.#readMap(inner, depth + 1, false) : this.#readHere(indent, depth + 1, false));
      if (this.#indent > indent) throw NOT_PLAIN;
    }
    return value;
  }

  /** Whether a key is here; it ends at `KEY.lastIndex`. */
  #isKey(): boolean {
    KEY.lastIndex = this.#at;
    if (!KEY.test(this.#text)) return false;
    const after = KEY.lastIndex + 1;
    return after >= this.#end || this.#text.charCodeAt(after) === BLANK;
  }

  /** A value that begins here and belongs to what stands in the column `indent`. */
  #readHere(indent: number, depth: number, hasKey: boolean): unknown {
    this.#note(depth, hasKey);
    const opened = this.#readOpened(depth);
    const value = opened ?? this.#resolve(this.#readBare(indent));
    this.#endLine();
    return value;
  }

  /** What begins with a quote or a bracket; `undefined`: nothing does. */
  #readOpened(depth: number): unknown {
    switch (this.#text[this.#at]) {
      case '"':
      case "'":
        return this.#readQuoted();
      case '[':
        return this.#readFlowList(depth);
      case '{':
        return this.#readFlowMap(depth);
      default:
        return undefined;
    }
  }

  /** A text in quotes, without escapes. */
  #readQuoted(): string {
    const quote = this.#text[this.#at]!;
    const close = this.#text.indexOf(quote, this.#at + 1);
    if (close < 0 || close >= this.#end || this.#text[close + 1] === quote) throw NOT_PLAIN;
    const inner = this.#text.slice(this.#at + 1, close);
    if (quote === '"' && inner.includes('\\')) throw NOT_PLAIN;
    this.#at = close + 1;
    return inner;
  }

  /** A text without quotes: the rest of the line, and the lines below that are indented further than `indent`. */
  #readBare(indent: number): string {
    let said = this.#readBareLine();
    while (this.#at === this.#end) {
      const breaks = this.#goToMore(indent);
      if (breaks === 0) break;
      said += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + this.#readBareLine();
    }
    return said;
  }

  /** What the line says up to its end or a comment; blanks at its end say nothing. */
  #readBareLine(): string {
    const line = this.#text.slice(this.#at, this.#end);
    const comment = line.indexOf(' #');
    const said = this.#checked(withoutBlanksAtEnd(comment < 0 ? line : line.slice(0, comment)));
    this.#at = comment < 0 ? this.#end : this.#at + said.length;
    return said;
  }

  /** Goes so many lines down to the next that is not blank, where that is indented further and no comment; 0: it is not. */
  #goToMore(indent: number): number {
    const [at, end, next] = [this.#at, this.#end, this.#next];
    const [line, start] = [this.#line, this.#begin];
    for (let breaks = 1; this.#next < this.#text.length; breaks++) {
      const begin = this.#next;
      this.#openLine(begin);
      if (this.#at === this.#end) continue;
      if (this.#at - begin > indent && this.#text.charCodeAt(this.#at) !== HASH) return breaks;
      break;
    }
    [this.#at, this.#end, this.#next] = [at, end, next];
    [this.#line, this.#begin] = [line, start];
    return 0;
  }

  #checked(said: string): string {
    if (said === '' || INDICATORS.includes(said[0]!) || said.endsWith(':') || said.includes(': ')) throw NOT_PLAIN;
    return said;
  }

  #readFlowList(depth: number): unknown {
    const value: unknown[] = [];
    this.#readFlow(']', () => {
      this.outline.add(depth, String(value.length));
      value.push(this.#readInFlow(depth + 1, false));
    });
    return value;
  }

  #readFlowMap(depth: number): unknown {
    const value: Record<string, unknown> = {};
    this.#readFlow('}', () => {
      const name = this.#readKey(value, depth);
      this.#at = this.#afterBlanks(this.#at);
      value[name] = this.#readInFlow(depth + 1, true);
    });
    return value;
  }

  /** What stands between two brackets in one line, with commas between. */
  #readFlow(close: string, readOne: () => void): void {
    this.#at = this.#afterBlanks(this.#at + 1);
    if (this.#text[this.#at] !== close) {
      readOne();
      this.#at = this.#afterBlanks(this.#at);
      while (this.#text[this.#at] === ',') {
        this.#at = this.#afterBlanks(this.#at + 1);
        readOne();
        this.#at = this.#afterBlanks(this.#at);
      }
    }
    if (this.#at >= this.#end || this.#text[this.#at] !== close) throw NOT_PLAIN;
    this.#at++;
  }

  #readInFlow(depth: number, hasKey: boolean): unknown {
    this.#note(depth, hasKey);
    return this.#readOpened(depth) ?? this.#resolve(this.#readBareInFlow());
  }

  #readBareInFlow(): string {
    const rest = this.#text.slice(this.#at, this.#end);
    const length = rest.search(FLOW_ENDS);
    const said = withoutBlanksAtEnd(rest.slice(0, length < 0 ? rest.length : length));
    if (said.includes(' #')) throw NOT_PLAIN;
    this.#at += said.length;
    return this.#checked(said);
  }

  /** What a text without quotes stands for: a number, true, false, null, or itself. */
  #resolve(said: string): unknown {
    if (!MAY_BE_NO_TEXT.test(said)) return said;
    const tag = this.#tags.find((one) => one.default === true && one.test?.test(said));
    if (!tag) return said;
    const found = tag.resolve(said, refuse, {});
    return isScalar(found) ? found.value : found;
  }
}

function withoutBlanksAtEnd(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === BLANK) end--;
  return text.slice(0, end);
}

function refuse(): never {
  throw NOT_PLAIN;
}
