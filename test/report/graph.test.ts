import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, run } from '../support/fake-io.js';
import { ELIMINATED, KEPT } from '../support/processes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a name may hold; Mermaid 11 and Graphviz 2.43 drew each as it stands here. */
const EVIL = [
  '"] --> x["',
  '<script>alert(1)</script>',
  '`**bold**` _it_',
  '1. a list',
  '- dash',
  'a # b %% comment ; end',
  '&lt; &amp; #35;',
  'back\\slash \\n',
  '} subgraph x {',
  'line\nbreak',
  'русский Größe 😀',
];

async function graphOf(files: Readonly<Record<string, string>>, ...flags: string[]) {
  const cwd = folderWith(Object.fromEntries(Object.entries(files).map(([id, text]) => [`processes/${id}.yaml`, text])));
  return run(['graph', ...flags], { cwd });
}

describe('golden files', () => {
  test.each([
    ['graph.mmd', []],
    ['graph.dot', ['-f', 'dot']],
    ['graph-of-an-owner.mmd', ['--owner', 'finance', '--no-demands']],
  ])('%s', async (file, flags) => {
    const { stdout, stderr, exit } = await run(['graph', ...flags, '--as-of', '2026-11-23'], { cwd: root });
    expect([exit, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(`golden/${file}`);
  });
});

describe.each(['mermaid', 'dot'])('%s', (format) => {
  test('each node and edge is a line of its own shape, whatever the names hold', async () => {
    const files = Object.fromEntries(
      EVIL.map((text, index) => {
        const quoted = JSON.stringify(text);
        return [`p-${index}`, `name: ${quoted}\ndemands: [{ what: ${quoted}, used_by: [${quoted}] }]\nfeeds: [p-0]\n`];
      }),
    );
    const { stdout } = await graphOf(files, '-f', format);
    const node =
      format === 'mermaid'
        ? /^ {2}[pdu]\d+\S{1,2}"[^"]*"\S{1,2}:::\w+$/
        : /^ {2}[pdu]\d+ \[label="(?:[^"\\]|\\.)*", [^[\]]*\];$/;
    const edge =
      format === 'mermaid'
        ? /^ {2}[pdu]\d+ \S+?(?:\|[\w ]+\|)? [pdu]\d+$/
        : /^ {2}[pdu]\d+ -> [pdu]\d+(?: \[[^[\]]*\])?;$/;
    const lines = stdout.trimEnd().split('\n');
    const own = /^(?:%%\{init|flowchart LR|digraph audit|\}| {2}classDef| {2}rankdir| {2}node \[)/;
    expect(lines.filter((line) => !own.test(line) && !node.test(line) && !edge.test(line))).toEqual([]);
    expect(lines.filter((line) => node.test(line))).toHaveLength(3 * EVIL.length);
    // What feeds itself is drawn too; it is a mistake to be seen.
    expect(lines.filter((line) => edge.test(line))).toHaveLength(3 * EVIL.length);
  });

  test('verdicts differ by shape, by colour and in words', async () => {
    const { stdout } = await graphOf(
      { a: KEPT, b: ELIMINATED, c: 'name: Open\n', d: 'name: E\nbecause_of: [gone]\n' },
      '-f',
      format,
    );
    for (const words of ['Keep', 'Eliminate', 'Undecided', 'not among the processes']) expect(stdout).toContain(words);
    const looks = ['keep', 'eliminate', 'undecided', 'gone'];
    const shapes =
      format === 'mermaid'
        ? looks.map((look) => new RegExp(`^  p\\d+(\\S{1,2})"[^"]*"\\S{1,2}:::${look}$`, 'm').exec(stdout)![1])
        : ['Keep', 'Eliminate', 'Undecided', 'not among'].map(
            (words) => new RegExp(`${words}.*shape=(\\w+)`).exec(stdout)![1],
          );
    expect(new Set(shapes).size).toBe(4);
  });
});

describe('what is drawn', () => {
  const files = {
    a: 'name: A\nowner: finance\ndemands: [{ what: Deal amount, used_by: [finance] }]\nfeeds: [b]\n',
    b: 'name: B\nowner: marketing\ndemands: [{ what: deal amount, field: amount, used_by: [Finance] }]\n',
    c: 'name: C\nowner: legal\ndemands: [other]\nbecause_of: [a]\n',
    d: 'name: D\ndemands: [far away]\n',
  };
  const names = (text: string) =>
    [...text.matchAll(/"(\w[^"<]*)(?:<br\/>[^"]*)?"[^"]*:::/g)].map(([, name]) => name).sort();

  test('what two processes ask for is one thing, and so is who uses it', async () => {
    const { stdout } = await graphOf(files);
    expect(names(stdout)).toEqual(['A', 'B', 'C', 'D', 'Deal amount', 'far away', 'finance', 'other']);
  });

  test('a chosen process, with what it hangs together with but not their demands', async () => {
    expect(names((await graphOf(files, '--process', 'a')).stdout)).toEqual(['A', 'B', 'C', 'Deal amount', 'finance']);
    expect(names((await graphOf(files, '-p', 'c,d')).stdout)).toEqual(['A', 'C', 'D', 'far away', 'other']);
  });

  test('the processes of an owner', async () => {
    expect(names((await graphOf(files, '--owner', 'Marketing', '--no-demands')).stdout)).toEqual(
      ['A', 'B', 'finance'].map((name) => (name === 'finance' ? 'Finance' : name)),
    );
  });

  test('an unknown id or owner says which there are', async () => {
    expect(await graphOf(files, '--process', 'aa')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('there is no process "aa"'),
    });
    expect(await graphOf(files, '--owner', 'board')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('owners are: finance, legal, marketing'),
    });
  });
});
