import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { commitOf } from '../src/git/refs.js';
import { namesBelow } from './support/files-below.js';

/** What the source promises whatever the input: regular expressions that end, and nothing that runs what somebody wrote. */

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = namesBelow(src).filter((name) => /(?<!\.d)\.tsx?$/.test(name));

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree has a shape for each type of node
type Node = any;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly nodes: readonly Node[];
}

const sources: readonly Source[] = files.map((file) => {
  const text = readFileSync(join(src, file), 'utf8');
  return { file, text, nodes: nodesOf(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' })) };
});

function nodesOf(node: Node): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(nodesOf);
  return typeof node.type === 'string' ? [node, ...inner] : inner;
}

function found(wanted: (node: Node) => boolean): string[] {
  return sources.flatMap(({ file, text, nodes }) =>
    nodes.filter(wanted).map(({ start, end }) => `${file}: ${text.slice(start, end)}`),
  );
}

/** The name of what is called, be it as `globalThis.fetch` or alone. */
function calledName({ callee }: Node): string {
  return callee.name ?? callee.property?.name ?? '';
}

/** The module that a statement or an expression imports, exports from or requires; "" for all others. */
function moduleOf(node: Node): string {
  const isRequire = node.type === 'CallExpression' && calledName(node) === 'require';
  const from = isRequire ? node.arguments[0] : node.source;
  return typeof from?.value === 'string' ? from.value : '';
}

function reachesNetwork(node: Node): boolean {
  return (
    /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/|$)/.test(moduleOf(node)) ||
    (/^(?:New|Call)Expression$/.test(node.type) && /^(?:fetch|WebSocket|EventSource)$/.test(calledName(node)))
  );
}

/** Expressions that would be slow on long text, and why they never meet one. */
const BOUNDED: Readonly<Record<string, string>> = {
  '\\B(?=(?:\\d{3})+$)': 'wording/en/grammar.ts: on the digits of one number, which are at most 21',
};

const literals = sources.flatMap(({ file, nodes }) =>
  nodes.filter(({ type, regex }) => type === 'Literal' && regex).map(({ regex }) => ({ file, ...regex })),
);

describe('regular expressions', () => {
  test('are found by this test', () => {
    expect(literals.length).toBeGreaterThan(50);
    expect(literals.map(({ pattern }) => pattern)).toEqual(expect.arrayContaining(Object.keys(BOUNDED)));
  });

  test.each(literals.filter(({ pattern }) => !(pattern in BOUNDED)))(
    '$file: /$pattern/ takes linear time',
    ({ pattern, flags }) => {
      const { reports } = analyse(new RegExp(pattern, flags));
      expect(reports.map(({ type, exponential }) => `${type}${exponential ? ', exponential' : ''}`)).toEqual([]);
    },
  );

  test('the check sees what is slow', () => {
    for (const slow of [/(a+)+$/, /^(\s*):/gm, /\s*,\s*/, /^-+|-+$/g]) expect(analyse(slow).reports).not.toEqual([]);
  });

  test('are never made of text', () => {
    const isMade = ({ type, callee }: Node) => /^(?:New|Call)Expression$/.test(type) && callee.name === 'RegExp';
    expect(found(isMade)).toEqual([]);
  });
});

describe('nothing that somebody wrote is run', () => {
  test('no eval, no Function, no vm', () => {
    const isEval = (node: Node) =>
      (/^(?:New|Call)Expression$/.test(node.type) && ['eval', 'Function', 'setTimeout'].includes(calledName(node))) ||
      /^(?:node:)?vm$/.test(moduleOf(node));
    // A timer that is given a function runs no text.
    expect(found(isEval).filter((code) => !/: setTimeout\((?:resolve|\(\))/.test(code))).toEqual([]);
  });

  test('what is imported or required is named in the source', () => {
    const isOpen = ({ type, source, callee, arguments: given }: Node) =>
      (type === 'ImportExpression' && source.type !== 'Literal') ||
      (type === 'CallExpression' && callee.name === 'require' && given[0]?.type !== 'Literal');
    expect(found(isOpen)).toEqual([]);
  });

  test('no shell: programs are run by name with a list of arguments', () => {
    const isShell = ({ type, key, callee }: Node) =>
      (type === 'Property' && (key.name === 'shell' || key.value === 'shell')) ||
      (type === 'CallExpression' && ['exec', 'execSync'].includes(callee.name ?? ''));
    expect(found(isShell)).toEqual([]);
    const runs = ({ type, callee }: Node) =>
      type === 'CallExpression' && /^(?:spawn|spawnSync|execFile|execFileSync|fork)$/.test(callee.name ?? '');
    const withoutList = ({ arguments: given }: Node) => !['ArrayExpression', 'Identifier'].includes(given[1]?.type);
    expect(found(runs).length).toBeGreaterThan(0);
    expect(found((node) => runs(node) && withoutList(node))).toEqual([]);
  });

  test('git gets its arguments one by one', () => {
    const callsGit = ({ type, callee }: Node) =>
      type === 'CallExpression' && ['runGit', 'gitText'].includes(callee.name ?? '');
    expect(found(callsGit).length).toBeGreaterThan(3);
    const withoutList = ({ arguments: given }: Node) => !['ArrayExpression', 'Identifier'].includes(given[1]?.type);
    expect(found((node) => callsGit(node) && withoutList(node))).toEqual([]);
  });

  test('nothing is fetched: no module that reaches a network', () => {
    expect(found(reachesNetwork)).toEqual([]);
  });

  test.each([
    "import https from 'node:https';",
    "const net = await import('net');",
    "const tls = require('tls');",
    "export * from 'node:http2';",
    "export { lookup } from 'dns/promises';",
    "fetch('https://x.y');",
    "globalThis.fetch('https://x.y');",
    "new WebSocket('wss://x.y');",
  ])('which this test sees: %s', (code) => {
    expect(nodesOf(parseAst(code)).some(reachesNetwork)).toBe(true);
  });
});

test.each(['-', '--upload-pack=touch x', '-h', '', ' '])('%j is refused as a git ref', (ref) => {
  expect(() => commitOf('/', ref)).toThrow('not-a-ref');
});
