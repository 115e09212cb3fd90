import { describe, expect, test } from 'vitest';
import { portfolioRules } from '../../src/portfolio/rules/index.js';
import { FORMAT_NAMES } from '../../src/report/formats/names.js';
import { english } from '../../src/wording/en/index.js';
import { folderWith, run } from '../support/fake-io.js';
import { Repository } from '../support/git.js';
import { plainWords, pseudoLocale } from '../support/pseudo-locale.js';

/**
 * Every format in a language that looks like no other, of processes that are described in Greek: a word in plain Latin letters was
 * written by a formatter, and no translation would ever reach it.
 */
const words = pseudoLocale(english);

const VOICE = (answer: string, by: string, more = '') => `{ answer: ${answer}, why: "λόγος", by: ${by}${more} }`;

const FILES = {
  'αα.yaml': `name: Έκθεση
summary: Περίληψη
owner: οικονομικά
purpose: σκοπός
beneficiaries: [οικονομικά]
crm: Σύστημα
demands: [{ what: ποσό, used_by: [οικονομικά], used_for: σχέδιο }, { what: ημέρα }]
effort: { minutes: [30, 45], every: week, people: 8 }
feedback: { every: month, last: 2026-01-31, how: μήνυμα }
suggestions: { received: 3 }
enforcement: { kind: commission-withheld, note: σημείωση }
because_of: [ββ]
feeds: [γγ, ωω]
waiver: { reason: αιτία, approved_by: διεύθυνση, until: 2026-12-31 }
answers:
  value: [${VOICE('no', 'sales')}, ${VOICE('no', 'sdr')}, ${VOICE('yes', 'οικονομικά')}]
  necessity: [${VOICE('no', 'οικονομικά')}]
  explanation: [{ answer: unknown, by: sales }]
  trust: [${VOICE('yes', 'sales', ', evidence: [λείπει.pdf]')}]
  feedback: [${VOICE('no', 'sales', ', on: 2024-01-01')}]
`,
  'ββ.yaml': `name: Φόρμα
owner: μάρκετινγκ
demands: [ποσό]
effort: { minutes: 10, every: day, people: 1 }
mandate: { kind: law, reference: νόμος, review_by: 2027-01-31 }
answers: { value: [${VOICE('no', 'sales')}], strategy: [${VOICE('no', 'sales')}] }
`,
  'γγ.yaml': `name: Συνάντηση
answers: { value: [${VOICE('partly', 'sales')}] }
`,
  'δδ.yaml': `name: Καλή
owner: πωλήσεις
beneficiaries: [sales]
purpose: σκοπός
demands: [{ what: κάτι, used_by: [sales], used_for: κάτι }]
explained: { on: 2026-01-01, to: [sales] }
feedback: { every: week, last: 2026-06-29 }
forecast: { set_by: [sales] }
crm: Σύστημα
answers: { ${['value', 'creativity', 'explanation', 'necessity', 'feedback', 'trust', 'strategy'].map((id) => `${id}: [${VOICE('yes', 'sales')}]`).join(', ')} }
`,
  'εε.yaml':
    'name: Παλιά\nstatus: retired\nretired: { on: 2026-01-01, why: τέλος }\neffort: { minutes: 60, every: week, people: 2 }\n',
};

const CONFIGURATION =
  'hourly_cost: { amount: 60, currency: € }\nmax_burden: { all: 10, owners: { οικονομικά: 1 } }\nheadcount: { άγνωστος: 3 }\nkeep_at: 40\nweights: { trust: 12 }\n';

const cwd = folderWith({
  ...Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`πρ/${name}`, text])),
  'audit.config.yaml': CONFIGURATION,
});

/** Code and not prose: names of commands, options and files, ids that other programs know, keys of a process file, units. */
const CODE = new Set([
  ...['audit', 'check', 'show', 'explain', 'plan', 'ask', 'yaml', 'config', 'id', 'rule', 'verbose', 'undecided'],
  ...Object.keys(english.questions),
  ...Object.keys(english.rules).flatMap((id) => id.split('-')),
  ...Object.keys(english.findings).flatMap((id) => id.split('-')),
  ...Object.keys(english.reasons).flatMap((id) => id.split('-')),
  ...Object.keys(english.gate.rules).flatMap((id) => id.split('-')),
  ...portfolioRules.flatMap(({ id }) => id.split('-')),
  // Roles and kinds stand in reports as files write them.
  ...['sales', 'sdr', 'other', 'commission', 'withheld', 'law', 'per', 'week', 'month', 'day'],
]);

function strange(text: string, allowed: readonly string[] = []): string[] {
  return plainWords(text).filter((word) => !CODE.has(word) && !allowed.includes(word));
}

/** Text of a page: without style, script, tags and what links lead to; with the attributes that people hear. */
function textOfPage(html: string): string {
  const heard = [...html.matchAll(/(?:aria-label|title|data-shown|alt|placeholder)="?([^">]*)"?/g)].map(
    ([, text]) => text,
  );
  const body = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  return `${body.replace(/&[a-z]+;/g, ' ')} ${heard.join(' ')}`;
}

async function told(argv: readonly string[], folder = cwd): Promise<string> {
  const { stdout, stderr, exit } = await run([...argv, '--as-of', '2026-07-01'], { cwd: folder, words });
  expect(exit, stderr).toBeLessThan(3);
  expect(stdout).not.toBe('');
  return stdout;
}

describe('no formatter holds prose', () => {
  test.each([
    ['the report', ['πρ']],
    ['the report in full', ['πρ', '--verbose']],
    ['the bottom line', ['πρ', '--quiet']],
    ['one verdict by owner', ['πρ', '--only', 'keep', '--sort', 'owner']],
    ['the check', ['check', 'πρ', '--min-score', '60']],
    ['an eliminated process', ['show', 'αα', 'πρ']],
    ['a process kept by a duty', ['show', 'ββ', 'πρ']],
    ['an undecided process', ['show', 'γγ', 'πρ']],
    ['a kept process', ['show', 'δδ', 'πρ']],
    ['a retired process', ['show', 'εε', 'πρ']],
    ['the plan', ['plan', 'πρ']],
    ['the plan as Markdown', ['plan', 'πρ', '-f', 'markdown']],
    ['what if', ['plan', 'πρ', '--without', 'αα,ββ']],
    ['what if as Markdown', ['plan', 'πρ', '--without', 'αα', '-f', 'markdown']],
    ['the waivers', ['waivers', 'πρ']],
    ['Markdown', ['πρ', '-f', 'markdown']],
    ['Markdown of a check', ['check', 'πρ', '-f', 'markdown']],
    ['the talk sheet', ['πρ', '-f', 'talk-sheet']],
  ])('%s', async (_, argv) => {
    expect(strange(await told(argv), ['details', 'summary'])).toEqual([]);
  });

  test('the page', async () => {
    const page = await told(['πρ', '-f', 'html']);
    expect(page).toContain('lang=en-XA');
    expect(strange(textOfPage(page), ['tool', 'process'])).toEqual([]);
  });

  test.each(['github', 'azure'])('annotations: %s', async (format) => {
    const lines = (await told(['check', 'πρ', '-f', format])).replace(/%(?:0A|3A|2C|0D|AZP25)/g, ' ');
    expect(
      strange(lines, [
        'error',
        'warning',
        'notice',
        'file',
        'line',
        'col',
        'title',
        'vso',
        'task',
        'logissue',
        'type',
        'sourcepath',
        'linenumber',
        'columnnumber',
        'section',
        'AZP',
      ]),
    ).toEqual([]);
  });

  test.each(['gitlab', 'sarif', 'json'])('values of %s that people read', async (format) => {
    const json: unknown = JSON.parse(await told(['check', 'πρ', '-f', format]));
    expect(strange(readIn(json).join('\n'))).toEqual([]);
  });

  test('JUnit', async () => {
    const xml = await told(['check', 'πρ', '-f', 'junit']);
    const shown = [...xml.matchAll(/ (?:name|message)="([^"]*)"|>([^<]*)</g)].map(([, a, b]) => a ?? b).join('\n');
    expect(strange(shown.replace(/&[a-z]+;/g, ' '), ['as', 'of'])).toEqual([]);
  });

  test.each(['mermaid', 'dot'])('the graph: %s', async (format) => {
    const drawn = await told(['graph', 'πρ', '-f', format]);
    const labels = [...drawn.matchAll(/"([^"]*)"|\|([^|]*)\|/g)].map(([, a, b]) => a ?? b).join('\n');
    const styles = ['flowchart', 'wrappingWidth', 'filled', 'dashed', 'Helvetica', 'br', 'fff', 'fde', 'eeeeee'];
    expect(strange(labels.replace(/#[0-9a-f]{6}/g, ''), styles)).toEqual([]);
  });

  test.each([[['explain']], [['explain', 'feedback']], [['explain', 'nothing-for-sales']], [['explain', 'threat']]])(
    '%s',
    async (argv) => {
      const { stdout } = await run(argv, { cwd, words });
      expect(strange(stdout)).toEqual([]);
    },
  );

  test('the history: trend and diff', async () => {
    const repository = new Repository();
    for (const [name, text] of Object.entries(FILES)) repository.write(`πρ/${name}`, text);
    repository.commit('one', '2026-01-01');
    repository.remove('πρ/γγ.yaml');
    repository.write('πρ/αα.yaml', FILES['αα.yaml'].replace('30, 45', '10, 20').replace('answer: no', 'answer: yes'));
    repository.write('πρ/ζζ.yaml', 'name: Νέα\n');
    repository.commit('two', '2026-03-01');
    for (const argv of [
      ['trend', 'πρ'],
      ['diff', 'HEAD~1', 'HEAD', '-p', 'πρ'],
      ['diff', 'HEAD~1', 'HEAD', '-p', 'πρ', '-f', 'markdown'],
    ]) {
      const { stdout } = await run(argv, { cwd: repository.folder, words });
      expect(stdout).not.toBe('');
      expect(strange(stdout, ['HEAD']), argv.join(' ')).toEqual([]);
    }
  });

  test('every format is looked at here', () => {
    expect([...FORMAT_NAMES].sort()).toEqual(
      ['azure', 'github', 'gitlab', 'html', 'json', 'junit', 'markdown', 'sarif', 'talk-sheet', 'terminal'].sort(),
    );
  });
});

/** Keys of JSON whose values are sentences or headings. */
const READ =
  /^(?:text|title|says|why|message|description|shareable|remed(?:y|ies)|line|notes|shortDescription|fullDescription|help|justification|name)$/;

function readIn(value: unknown, isRead = false): string[] {
  if (typeof value === 'string') return isRead ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((inner) => readIn(inner, isRead));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'tool' || key === 'driver' || key === 'params' || key === 'verdict' ? [] : readIn(inner, READ.test(key)),
  );
}
