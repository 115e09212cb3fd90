import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { openOnDesktop } from '../../../src/commands/report/open-on-desktop.js';
import { FORMAT_NAMES } from '../../../src/report/formats/names.js';
import { folderWith, run } from '../../support/fake-io.js';
import { Repository } from '../../support/git.js';
import { ELIMINATED, KEPT, UNDECIDED } from '../../support/processes.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SHARED = ['html', 'markdown', 'talk-sheet'] as const;

async function as(format: string, cwd: string, argv: readonly string[] = []): Promise<string> {
  const { stdout, exit } = await run(['-f', format, ...argv], { cwd });
  expect(exit).toBe(0);
  return stdout;
}

/** What a reader of Markdown sees, as GitHub renders it. */
function rendered(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

describe('voices in what is passed on', () => {
  const answers = (voices: readonly string[]) =>
    `name: A\nowner: finance\nanswers:\n  value:\n${voices.map((voice) => `    - ${voice}\n`).join('')}  necessity: { answer: no, why: unused, by: sales-manager }\n`;
  const voice = (why: string, who: string, by = 'account-executive') =>
    `{ answer: no, why: ${why}, by: ${by}, who: ${who} }`;

  test.each(SHARED)('%s: where fewer than three of a role spoke, they are counted and not shown', async (format) => {
    const cwd = folderWith({
      'processes/a.yaml': answers([voice('FIRSTREASON', 'WHOA'), voice('SECONDREASON', 'WHOB')]),
    });
    const text = await as(format, cwd);
    expect(text).not.toMatch(/FIRSTREASON|SECONDREASON|unused|WHO[AB]/);
    expect(text).toMatch(format === 'markdown' ? /no \(2 answers; too few/ : /account-executive/);
  });

  test.each(SHARED)('%s: three people are shown one by one', async (format) => {
    const three = [voice('FIRSTREASON', 'WHOA'), voice('SECONDREASON', 'WHOB'), voice('THIRDREASON', 'WHOC')];
    const text = await as(format, folderWith({ 'processes/a.yaml': answers(three) }));
    expect(text).toContain('FIRSTREASON');
    expect(text).not.toMatch(/WHO[ABC]/);
  });

  test.each(SHARED)('%s: one person three times is one person', async (format) => {
    const same = [voice('FIRSTREASON', 'WHOA'), voice('SECONDREASON', 'WHOA'), voice('THIRDREASON', 'WHOA')];
    const text = await as(format, folderWith({ 'processes/a.yaml': answers(same) }));
    expect(text).not.toMatch(/FIRSTREASON|SECONDREASON|THIRDREASON/);
  });

  test.each(SHARED)('%s: two of one role are not made three by another', async (format) => {
    const mixed = [voice('FIRSTREASON', 'WHOA'), voice('SECONDREASON', 'WHOB'), voice('THIRDREASON', 'WHOC', 'sdr')];
    const text = await as(format, folderWith({ 'processes/a.yaml': answers(mixed) }));
    expect(text).not.toMatch(/FIRSTREASON|SECONDREASON|THIRDREASON/);
  });

  test.each(SHARED)('%s: the configuration can lower the number', async (format) => {
    const cwd = folderWith({
      'processes/a.yaml': answers([voice('FIRSTREASON', 'WHOA')]),
      'audit.config.yaml': 'min_voices: 1\n',
    });
    const text = await as(format, cwd);
    expect(text).toContain('FIRSTREASON');
    expect(text).not.toContain('WHOA');
  });

  test('reasons do not name the one who spoke either', async () => {
    const cwd = folderWith({
      'processes/a.yaml':
        'name: A\nowner: OWNERX\nbeneficiaries: [sales]\nanswers:\n  value: { answer: yes, why: WHYX, by: SOLOROLE }\n  explanation: { answer: unknown, by: sdr }\n',
    });
    for (const format of SHARED) {
      const text = await as(format, cwd);
      expect(text).not.toContain('WHYX');
      expect(text).not.toMatch(/only SOLOROLE says yes|sdr does not know/);
    }
  });

  test('the terminal and JSON, which stay with those who have the files, show them', async () => {
    const cwd = folderWith({ 'processes/a.yaml': answers([voice('FIRSTREASON', 'WHOA')]) });
    expect(await as('terminal', cwd)).toContain('FIRSTREASON');
    expect(await as('json', cwd)).toContain('FIRSTREASON');
  });
});

describe('the page', () => {
  test('holds no address but those of a configured template', async () => {
    const html = await as('html', root, ['processes', '--as-of', '2026-11-23']);
    const addresses = [...html.replace(/<script>.*<\/script>/s, '').matchAll(/(?:src|href)=["']?([^"'\s>]*)/g)];
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.map(([, address]) => address).filter((address) => !address!.startsWith('#'))).toEqual([]);
    expect(html).not.toMatch(/@import|url\(/);
    const linked = await as('html', root, [
      'processes',
      '--source-url',
      'https://git.example/blob/main/{path}#L{line}',
    ]);
    expect(linked).toContain('href="https://git.example/blob/main/processes/visit-report.yaml#L');
  });

  test.each([['javascript:alert(1)//{path}'], ['/etc/{path}'], ['https://host/without'], ['https://a b/{path}']])(
    'a template that leads to no web page is refused: %s',
    async (template) => {
      const { exit, stderr } = await run(['processes', '-f', 'html', '--source-url', template], { cwd: root });
      expect(stderr).toContain('--source-url must be a web address with {path} in it');
      expect(exit).toBe(2);
    },
  );

  test('says hours in money where a price is configured', async () => {
    const config = 'hourly_cost: { amount: 60, currency: EUR }\n';
    const cwd = folderWith({ 'processes/useless.yaml': ELIMINATED, 'audit.config.yaml': config });
    const html = await as('html', cwd);
    expect(html).toContain('about 27,600 EUR a year');
    expect(html).toContain('460 h (27,600 EUR)');
    expect(await as('html', folderWith({ 'processes/useless.yaml': ELIMINATED }))).not.toContain('EUR');
  });

  test('of nothing, of one process, and of problems is a page too', async () => {
    for (const files of [
      { 'processes/readme.md': '' },
      { 'processes/open.yaml': UNDECIDED },
      { 'processes/a.yaml': 'name: [\n' },
    ]) {
      const { stdout, exit } = await run(['-f', 'html'], { cwd: folderWith(files) });
      expect(stdout).toMatch(/^<!doctype html>\n<html lang=en>.*<\/html>\n$/s);
      expect(stdout.replace(/<script>.*<\/script>/s, '')).not.toMatch(/NaN|Infinity|undefined|\[object/);
      expect(exit).toBe('processes/open.yaml' in files ? 0 : 2);
    }
  });

  // Where there is always a desktop, the page would be opened.
  test.skipIf(['win32', 'darwin'].includes(process.platform))(
    '--open needs a file and a desktop, and says so',
    async () => {
      const cwd = folderWith({ 'processes/kept.yaml': KEPT });
      expect(await run(['-f', 'html', '--open'], { cwd })).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('--open needs a file'),
      });
      const { exit, stderr } = await run(['-f', 'html', '-o', 'a.html', '--open'], { cwd, env: {} });
      expect([exit, stderr]).toEqual([0, `there is no desktop here; open ${join(cwd, 'a.html')} in a browser\n`]);
      expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toContain('<!doctype html>');
      expect(await openOnDesktop('/x', {}, 'sunos')).toBe('no-desktop');
    },
  );
});

describe('Markdown', () => {
  const EVIL = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(2)>',
    '[x](javascript:alert(3))',
    '![x](https://example.com/x.png)',
    'https://example.com www.example.com me@example.com',
    '@everyone #12 :smile: $x^2$',
    '| a | b |',
    '# not a heading',
    '- not a list',
    '1. not a list',
    '> not a quote',
    '```not code',
    '**bold** _it_ ~~gone~~ `code`',
    '</details></table>&lt;&amp;',
    '\\* backslash \\',
    '\u202egnp.exe',
    'line\nbreak\r\n\r\n# heading',
  ];

  test.each(['markdown', 'talk-sheet'])('%s: hostile text shows as text', async (format) => {
    const files = Object.fromEntries(
      EVIL.map((text, index) => {
        const quoted = JSON.stringify(text);
        return [
          `processes/p-${index}.yaml`,
          `name: ${quoted}\nowner: ${quoted}\npurpose: ${quoted}\ndemands: [{ what: ${quoted}, used_by: [${quoted}], used_for: ${quoted}, already_in: ${quoted} }]\nanswers: { necessity: { answer: no, why: ${quoted}, by: ${quoted} } }\n`,
        ];
      }),
    );
    const text = await as(format, folderWith({ ...files, 'audit.config.yaml': 'min_voices: 1\n' }));
    const html = rendered(text);
    const own =
      /<\/?(?:h[12]|p|table|thead|tbody|tr|th|td|ul|li|details|summary|code|strong|em|blockquote)(?: align="\w+")?>|<!-- -->|\n/g;
    expect(html.replace(own, '').match(/<[^>]*>?/g)).toBeNull();
    const headings = html.match(/<h[12]>.*?<\/h[12]>/g)!;
    expect(headings.length).toBe(format === 'markdown' ? 4 : EVIL.length + 1);
    const decoded = html
      .replaceAll('<!-- -->', '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    for (const evil of EVIL.slice(0, 15)) expect(decoded).toContain(evil);
    expect(decoded).toContain('\\u{202e}gnp.exe');
    expect(decoded).toContain('line break # heading');
    // GitHub's own: nobody is called, no issue is linked, no emoji, no formula.
    expect(text.replace(/^<details>.*$/gm, '')).not.toMatch(/(?<!\\)[$#](?=[\w{^])(?!.*^#)/);
    expect(text).not.toMatch(/(?<!\\)#12/);
    expect(text).not.toMatch(/@everyone/);
  });

  test('stays under what GitHub takes, shortened from the bottom, and says by how much', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`processes/bad-${index}.yaml`, ELIMINATED]),
    );
    const text = await as('markdown', folderWith(many));
    expect(text.length).toBeLessThan(65_536);
    expect(text.match(/^\| Eliminate/gm)).toHaveLength(400);
    const told = text.match(/^<details><summary>Useless/gm)!.length;
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      `_Shortened: left out the details of ${400 - told} processes. \`audit\` shows everything._`,
    );
    const long = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `processes/bad-${index}.yaml`,
        ELIMINATED.replace('Useless', `"${'|'.repeat(500)}"`),
      ]),
    );
    const longer = await as('markdown', folderWith(long));
    expect(longer.length).toBeLessThan(65_536);
    expect(longer).toMatch(/the details of 300 processes.* and \d+ processes of the table/);
  });

  test('says what changed since the base', async () => {
    const repository = new Repository({
      'processes/a.yaml': KEPT,
      'processes/b.yaml': ELIMINATED,
      'processes/c.yaml': KEPT,
    });
    repository.write('processes/a.yaml', ELIMINATED);
    repository.write('processes/b.yaml', KEPT);
    repository.remove('processes/c.yaml');
    repository.write('processes/d.yaml', UNDECIDED);
    const { stdout } = await run(['check', '--since', 'HEAD', '-f', 'markdown'], { cwd: repository.folder });
    const block = stdout.slice(stdout.indexOf('## Changes since HEAD'), stdout.indexOf('## All processes'));
    expect(block).toContain('- `d`: new, Undecided, hours not stated');
    expect(block).toContain('- `a`: worse, keep → eliminate; lowest score 100 → 0');
    expect(block).toContain('- `b`: better, eliminate → keep; lowest score 0 → 100');
    expect(block).toContain('- `c`: is no longer there');
    expect(block).toContain('The change adds 436 h a year and takes 460 h away; d does not say how many.');
  });
});

describe('the talk sheet', () => {
  test('tells sales what is asked, why, who uses it, what comes back, and what came of answers', async () => {
    const text = await as('talk-sheet', root, ['processes', '--as-of', '2026-11-23']);
    const visit = text.slice(text.indexOf('## Customer visit report'));
    for (const part of [
      'Asked of you',
      'Why it exists',
      'Who uses it',
      'What you get back',
      'What you said',
      'What came of it',
    ])
      expect(visit).toContain(`**${part}**`);
    expect(visit).toContain('- Running hours and complaints (already in the service ticket)');
    expect(visit).toContain('- service: Planning the next inspection');
    expect(visit).toContain('- every quarter, last on 2022-10-14: A newsletter that was last sent four years ago');
    expect(visit).toContain('14 suggestions came in, 2 answered, 1 adopted');
    expect(visit).toMatch(/- with others heard, the questions came to: value no, creativity partly/);
  });
});

test.each(FORMAT_NAMES)(
  '%s: the same report gives the same bytes, and every format ends in a line break',
  async (format) => {
    const [a, b] = [await as(format, root, ['processes']), await as(format, root, ['processes'])];
    expect(a === b).toBe(true);
    expect(a.endsWith('\n')).toBe(true);
    expect(a.length).toBeGreaterThan(1000);
  },
);
