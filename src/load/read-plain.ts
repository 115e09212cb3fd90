import {
  type CreateNodeOptions,
  CST,
  Document,
  type DocumentOptions,
  isScalar,
  type ScalarTag,
  type SchemaOptions,
} from 'yaml';
import { Outline, packSpots } from '../format/pack-places.js';
import { type Places, pointerStep } from '../format/places.js';
import { pooled, pooledPart } from '../format/pool.js';
import { MOST_VALUES } from './limits.js';
import { whyUnfit } from './unfit.js';

/*
 * Most files use little of YAML. For those the step from the library's syntax tree to plain data is taken here, without
 * the nodes in between, which take a third of the time. What is not plainly right goes the library's whole way, and so
 * does everything that is wrong: `undefined` is always a right answer here.
 */

type Scalar = CST.FlowScalar | CST.BlockScalar;

/** Thrown and caught here: something that the library has to look at. */
const NOT_PLAIN = new Error('not plain');

/** Deeper than any process description. */
const DEEPEST = 50;

/** Implicit keys may have 1,024 characters with what stands before the colon; one that is anywhere near is looked at. */
const LONGEST_KEY = 500;

/** The value of a stream that is one plain mapping, and its places. */
export function readPlain(
  tokens: readonly CST.Token[],
  text: string,
  tags: readonly unknown[],
): { readonly value: unknown; readonly places: Places } | undefined {
  let root: CST.Token | undefined;
  for (const token of tokens) {
    if (token.type === 'document') {
      if (root || !token.value || !isBlank(token.start) || !isEnd(token.end)) return undefined;
      root = token.value;
    } else if (token.type !== 'comment' && token.type !== 'newline' && token.type !== 'space') return undefined;
  }
  if (root?.type !== 'block-map') return undefined;
  const outline = new Outline();
  const offsets: number[] = [];
  try {
    const value = readToken(root, 0, undefined);
    return { value, places: { outline: pooled(String(outline)), spots: packSpots(text, offsets) } };
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }

  function readToken(token: CST.Token, depth: number, keyOffset: number | undefined): unknown {
    if (depth > DEEPEST) throw NOT_PLAIN;
    const offset = (token as CST.FlowScalar).offset;
    if (offsets.length === 2 * MOST_VALUES) throw NOT_PLAIN;
    offsets.push(offset, keyOffset ?? offset);
    switch (token.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return scalarValue(token, tags);
      case 'block-map':
        return readBlockMap(token, depth);
      case 'block-seq':
        return readBlockSeq(token, depth);
      case 'flow-collection':
        return token.start.source === '{' ? readFlowMap(token, depth) : readFlowSeq(token, depth);
      default:
        throw NOT_PLAIN;
    }
  }

  function readBlockMap({ items, indent }: CST.BlockMap, depth: number): unknown {
    const value: Record<string, unknown> = {};
    for (let index = 0; index < items.length; index++) {
      const { start, key, sep, value: inner } = items[index]!;
      if (!isBlank(start)) throw NOT_PLAIN;
      // Comments after the last pair.
      if (!key && !sep && !inner && index === items.length - 1 && index > 0) break;
      if (!key || !sep || !inner || (key as CST.FlowScalar).indent !== indent || !isSeparator(sep)) throw NOT_PLAIN;
      const isCollection = inner.type === 'block-map' || inner.type === 'block-seq';
      if (isCollection && !sep.some(({ type }) => type === 'newline')) throw NOT_PLAIN;
      readPair(value, key, sep, inner, depth);
    }
    return value;
  }

  function readPair(
    value: Record<string, unknown>,
    key: CST.Token,
    sep: readonly CST.SourceToken[],
    inner: CST.Token,
    depth: number,
  ) {
    const name = keyText(key);
    const { offset } = key as CST.FlowScalar;
    if (Object.hasOwn(value, name) || name === '__proto__' || sep[0]!.offset - offset > LONGEST_KEY) throw NOT_PLAIN;
    outline.add(depth, pointerStep(name).slice(1));
    value[name] = readToken(inner, depth + 1, offset);
  }

  function readBlockSeq({ items }: CST.BlockSequence, depth: number): unknown {
    const value: unknown[] = [];
    for (let index = 0; index < items.length; index++) {
      const { start, key, sep, value: inner } = items[index]!;
      if (key || sep) throw NOT_PLAIN;
      if (!inner && index === items.length - 1 && index > 0 && isBlank(start)) break;
      if (!inner || !isItemStart(start)) throw NOT_PLAIN;
      readItem(value, inner, depth);
    }
    return value;
  }

  function readItem(value: unknown[], inner: CST.Token, depth: number) {
    outline.add(depth, String(value.length));
    value.push(readToken(inner, depth + 1, undefined));
  }

  function readFlowSeq({ items, end }: CST.FlowCollection, depth: number): unknown {
    if (!isFlowEnd(end, ']')) throw NOT_PLAIN;
    const value: unknown[] = [];
    for (let index = 0; index < items.length; index++) {
      const { start, key, sep, value: inner } = items[index]!;
      if (key || sep || !inner || !isFlowStart(start, index) || !isInFlow(inner)) throw NOT_PLAIN;
      readItem(value, inner, depth);
    }
    return value;
  }

  function readFlowMap({ items, end }: CST.FlowCollection, depth: number): unknown {
    if (!isFlowEnd(end, '}')) throw NOT_PLAIN;
    const value: Record<string, unknown> = {};
    for (let index = 0; index < items.length; index++) {
      const { start, key, sep, value: inner } = items[index]!;
      if (!key || !inner || !isFlowStart(start, index) || !isInFlow(key) || !isInFlow(inner)) throw NOT_PLAIN;
      if (sep?.length !== 2 || sep[0]!.type !== 'map-value-ind' || !isSpace(sep[1]!)) throw NOT_PLAIN;
      readPair(value, key, sep, inner, depth);
    }
    return value;
  }
}

/** What the library resolves plain scalars with. */
export function plainTags(options: CreateNodeOptions & DocumentOptions & SchemaOptions): readonly unknown[] {
  return new Document(null, null, options).schema.tags;
}

function isSpace({ type, source }: CST.SourceToken): boolean {
  return type === 'space' && !source.includes('\t');
}

/** Blanks and comments at the beginning of a line, as before a key. */
function isBlank(tokens: readonly CST.SourceToken[]): boolean {
  for (const token of tokens) if (token.type !== 'newline' && token.type !== 'comment' && !isSpace(token)) return false;
  return true;
}

/** What follows on a value: a comment must be apart from it. */
function isEnd(tokens: readonly CST.SourceToken[] | undefined): boolean {
  let isApart = false;
  for (const { type } of tokens ?? []) {
    if (type === 'space' || type === 'newline') isApart = true;
    else if (type !== 'comment' || !isApart) return false;
  }
  return true;
}

/** From a key to its value: the colon, and what may stand after it. */
function isSeparator(tokens: readonly CST.SourceToken[]): boolean {
  return tokens[0]?.type === 'map-value-ind' && isApartFrom(tokens, 1);
}

/** Before an item of a list: blanks, the hyphen, blanks. */
function isItemStart(tokens: readonly CST.SourceToken[]): boolean {
  const at = tokens.findIndex(({ type }) => type === 'seq-item-ind');
  return at >= 0 && isBlank(tokens.slice(0, at)) && isApartFrom(tokens, at + 1);
}

function isApartFrom(tokens: readonly CST.SourceToken[], from: number): boolean {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (index === from && token.type === 'comment') return false;
    if (token.type !== 'newline' && token.type !== 'comment' && !isSpace(token)) return false;
  }
  return true;
}

/** Inside [ ] and { } only what stands in one line. */
function isFlowStart(tokens: readonly CST.SourceToken[], index: number): boolean {
  const isFirst = index === 0;
  if (!isFirst && tokens[0]?.type !== 'comma') return false;
  return tokens.slice(isFirst ? 0 : 1).every(isSpace);
}

function isInFlow(token: CST.Token): boolean {
  if (token.type === 'flow-collection') return true;
  if (token.type !== 'scalar' && token.type !== 'single-quoted-scalar' && token.type !== 'double-quoted-scalar')
    return false;
  return !/[\r\n]/.test(token.source) && (token.end ?? []).every(isSpace);
}

function isFlowEnd(tokens: readonly CST.SourceToken[], bracket: string): boolean {
  return tokens[0]?.source === bracket && isEnd(tokens.slice(1));
}

function keyText(key: CST.Token): string {
  const isText = key.type === 'scalar' || key.type === 'single-quoted-scalar' || key.type === 'double-quoted-scalar';
  if (!isText || (key.end?.length ?? 0) > 0) throw NOT_PLAIN;
  const text = simpleText(key);
  if (text === undefined || text === '') throw NOT_PLAIN;
  return text;
}

function scalarValue(token: Scalar, tags: readonly unknown[]): unknown {
  const text = simpleText(token) ?? resolvedText(token);
  if (token.type !== 'scalar' || !/^[-+.~\dnNtTfF]/.test(text)) return pooledPart(text);
  const tag = (tags as ScalarTag[]).find((one) => one.default === true && one.test?.test(text));
  if (!tag) return pooledPart(text);
  const found = tag.resolve(text, refuse, {});
  return isScalar(found) ? found.value : found;
}

/** The text of a scalar in one line without escapes. */
function simpleText(token: Scalar): string | undefined {
  if (token.type === 'block-scalar') return undefined;
  const { source, type, end } = token;
  if (!isEnd(end)) throw NOT_PLAIN;
  if (/[\r\n]/.test(source)) return undefined;
  if (type === 'scalar') {
    if (source === '' || /^[\t,%|>@`]/.test(source)) throw NOT_PLAIN;
    return source;
  }
  const quote = type === 'single-quoted-scalar' ? "'" : '"';
  if (source.length < 2 || !source.endsWith(quote)) throw NOT_PLAIN;
  const inner = source.slice(1, -1);
  return inner.includes(quote) || inner.includes('\\') ? undefined : inner;
}

function resolvedText(token: Scalar): string {
  const { value } = CST.resolveAsScalar(token, true, refuse);
  // An escape may stand for what the text itself does not hold.
  if (whyUnfit(value)) throw NOT_PLAIN;
  return value;
}

function refuse(): never {
  throw NOT_PLAIN;
}
