import { describe, expect, test } from 'vitest';
import { portfolioRules } from '../src/portfolio/rules/index.js';
import { english } from '../src/wording/en.js';
import { folderWith, run } from './support/fake-io.js';
import { ELIMINATED, KEPT } from './support/processes.js';

/** Each rule beyond the questions: files that show it and files that just miss it, with the place. As of 2026-07-01. */

type Files = Readonly<Record<string, string>>;

async function findings(files: Files) {
  const cwd = folderWith(Object.fromEntries(Object.entries(files).map(([id, text]) => [`processes/${id}.yaml`, text])));
  const { stdout } = await run(['-f', 'json'], { cwd });
  const report = JSON.parse(stdout) as {
    findings: {
      rule: string;
      process: string;
      text: string;
      shareable: string;
      place: { line: number; column: number };
    }[];
  };
  return report.findings;
}

const a = (rest: string): Files => ({ a: `name: A\n${rest}` });
const kpi = (measure: string, target: string, rest = '') =>
  `kpis: [{ name: K, measure: ${measure}, target: ${target}, set_by: [sales], because: agreed${rest} }]\n`;

const CASES: readonly [rule: string, what: string, shows: Files, place: string, justMisses: Files][] = [
  [
    'duplicate-demand',
    'the same words in another order',
    { a: 'name: A\ndemands: [Deal amount]\n', b: 'name: B\ndemands: [Amount of the deals]\n' },
    'b 2:11',
    { a: 'name: A\ndemands: [Deal amount]\n', b: 'name: B\ndemands: [Deal stage]\n' },
  ],
  [
    'duplicate-demand',
    'the same field',
    { a: 'name: A\ndemands: [{ what: x, field: f_1 }]\n', b: 'name: B\ndemands: [{ what: y, field: F_1 }]\n' },
    'b 2:11',
    { a: 'name: A\ndemands: [{ what: x, field: f_1 }, { what: y, field: f_1 }]\n', b: 'name: B\ndemands: [z]\n' },
  ],
  [
    'threat',
    'commission is withheld',
    a('enforcement: commission-withheld\n'),
    'a 2:14',
    a('enforcement: locked-record\n'),
  ],
  [
    'threat',
    'a warning, with a note',
    a('enforcement: { kind: warning, note: x }\n'),
    'a 2:14',
    a('enforcement: dashboard\n'),
  ],
  [
    'kpi-contradiction',
    '3 x and 60 % ask for 180 %',
    { a: `name: A\n${kpi('pipeline-coverage', '3 x')}`, b: `name: B\n${kpi('conversion-rate', '60 %')}` },
    'a 2:8',
    { a: `name: A\n${kpi('pipeline-coverage', '3 x')}`, b: `name: B\n${kpi('conversion-rate', '33 %')}` },
  ],
  [
    'kpi-contradiction',
    'too little asked for, in percent',
    { a: `name: A\n${kpi('pipeline-coverage', '200 %')}`, b: `name: B\n${kpi('conversion-rate', '30')}` },
    'a 2:8',
    { a: `name: A\n${kpi('pipeline-coverage', '200 %')}`, b: `name: B\n${kpi('conversion-rate', '0.5')}` },
  ],
  [
    'kpi-contradiction',
    'two targets for one measure',
    { a: `name: A\n${kpi('forecast-accuracy', '80 %')}`, b: `name: B\n${kpi('forecast-accuracy', '90 %')}` },
    'b 2:8',
    { a: `name: A\n${kpi('forecast-accuracy', '80 %')}`, b: `name: B\n${kpi('forecast-accuracy', '0.8')}` },
  ],
  [
    'kpi-contradiction',
    'more activities than there are hours',
    a(kpi('activity-count', '81', ', every: week, minutes: 30')),
    'a 2:8',
    a(kpi('activity-count', '80', ', every: week, minutes: 30')),
  ],
  [
    'kpi-contradiction',
    'activities beside other processes',
    {
      a: `name: A\n${kpi('activity-count', '230', ', every: month, minutes: [30, 40]')}`,
      b: 'name: B\neffort: { minutes: 601, every: week, people: 3 }\n',
    },
    'a 2:8',
    {
      a: `name: A\n${kpi('activity-count', '230', ', every: month, minutes: [30, 40]')}`,
      b: 'name: B\nperformed_by: [sdr]\neffort: { minutes: 900, every: week, people: 3 }\n',
    },
  ],
  [
    'kpi-unexplained',
    'no because',
    a('kpis: [{ name: K, measure: other, target: 5, set_by: [sales] }]\n'),
    'a 2:8',
    a(kpi('other', '5')),
  ],
  [
    'kpi-unexplained',
    'set without sales',
    a('kpis: [{ name: K, measure: other, target: 5, set_by: [cfo], because: x }]\n'),
    'a 2:8',
    a('kpis: [{ name: K, measure: other, target: 5, set_by: [cfo, rep], because: x }]\n'),
  ],
  [
    'form-begets-form',
    'another falls short',
    { a: 'name: A\nbecause_of: [b]\n', b: 'name: B\n' },
    'a 2:14',
    { a: 'name: A\nbecause_of: []\n', b: 'name: B\n' },
  ],
  ['broken-feed', 'feeds nothing', a('feeds: [nowhere]\n'), 'a 2:9', { a: 'name: A\nfeeds: [b]\n', b: KEPT }],
  [
    'broken-feed',
    'feeds what is to be eliminated',
    { a: 'name: A\nfeeds: [b]\n', b: ELIMINATED },
    'a 2:9',
    { a: 'name: A\nfeeds: [b]\n', b: 'name: Undecided\n' },
  ],
  [
    'broken-feed',
    'feeds what is retired',
    { a: 'name: A\nfeeds: [b]\n', b: 'name: B\nstatus: retired\nretired: { on: 2026-01-01, why: x }\n' },
    'a 2:9',
    { a: 'name: A\nfeeds: [b]\n', b: KEPT },
  ],
  ['outlived', 'past its last day', a('until: 2026-06-30\n'), 'a 2:8', a('until: 2026-07-01\n')],
  [
    'outlived',
    'deprecated without an end',
    a('status: deprecated\n'),
    'a 2:9',
    a('status: deprecated\nuntil: 2026-07-01\n'),
  ],
  [
    'perception-gap',
    'owner yes, sales no',
    a('owner: cfo\nanswers: { value: [{ answer: yes, why: x }, { answer: no, by: sales }] }\n'),
    'a 3:19',
    a('owner: cfo\nanswers: { value: [{ answer: no, why: x }, { answer: no, by: sales }] }\n'),
  ],
  [
    'perception-gap',
    'by one step',
    a('owner: cfo\nanswers: { value: [{ answer: yes, why: x }, { answer: partly, by: sales }] }\n'),
    'a 3:19',
    a('owner: cfo\nanswers: { value: [{ answer: yes, why: x }, { answer: partly, by: manager }] }\n'),
  ],
  [
    'perception-gap',
    'what went stale does not count',
    a('owner: cfo\nanswers: { value: [{ answer: yes, why: x }, { answer: no, by: sales, on: 2025-07-01 }] }\n'),
    'a 3:19',
    a('owner: cfo\nanswers: { value: [{ answer: yes, why: x }, { answer: no, by: sales, on: 2025-06-30 }] }\n'),
  ],
  [
    'unused-demand',
    'nobody uses it',
    a('demands: [{ what: x, used_by: [cfo] }, y]\n'),
    'a 2:40',
    a('demands: [{ what: x, used_by: [cfo] }]\n'),
  ],
  ['not-consulted', 'nobody was asked', a(''), 'a 1:1', a('consulted: { who: [rep] }\n')],
  [
    'not-consulted',
    'only managers were asked',
    a('consulted: { who: [sales-manager] }\n'),
    'a 2:19',
    a('consulted: { who: [sales-manager, sales] }\n'),
  ],
  ['never-reviewed', 'no review is promised', a(''), 'a 1:1', a('review: { every: year, last: 2020-01-01 }\n')],
  [
    'never-reviewed',
    'promised and never made',
    a('review: { every: year }\n'),
    'a 2:9',
    a('review: { every: year, last: 2026-01-01 }\n'),
  ],
  [
    'review-overdue',
    'a day late',
    a('review: { every: year, last: 2025-06-30 }\n'),
    'a 2:30',
    a('review: { every: year, last: 2025-07-01 }\n'),
  ],
  [
    'missing-evidence',
    'a file that is not there',
    a('answers: { value: { answer: yes, evidence: [none.md], by: sales } }\n'),
    'a 2:45',
    a('answers: { value: { answer: yes, evidence: [a.yaml], by: sales } }\n'),
  ],
];

describe.each(CASES)('%s: %s', (rule, _, shows, place, justMisses) => {
  test('is found, where it stands', async () => {
    const found = (await findings(shows)).filter((finding) => finding.rule === rule);
    expect(found.map(({ process: id, place: at }) => `${id} ${at.line}:${at.column}`)).toEqual([place]);
  });

  test('is not found in what just misses it', async () => {
    const found = (await findings(justMisses)).filter((finding) => finding.rule === rule);
    expect(found).toEqual([]);
  });
});

test('every rule has cases, words and a page of its own', async () => {
  const ids = portfolioRules.map(({ id }) => id);
  expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const { stdout, exit } = await run(['explain', id], { cwd: folderWith({}) });
    expect(exit).toBe(0);
    expect(stdout).toContain(`${id}: ${english.findings[id].title}`);
    expect(stdout).toContain('To do');
  }
});

describe('what is said', () => {
  const say = async (rule: string, files: Files) =>
    (await findings(files)).find((finding) => finding.rule === rule)?.text;

  test('the arithmetic of two targets is written out', async () => {
    const files = { a: `name: A\n${kpi('pipeline-coverage', '3 x')}`, b: `name: B\n${kpi('conversion-rate', '60 %')}` };
    expect(await say('kpi-contradiction', files)).toBe(
      'a coverage of 3 x times a conversion of 60 % (b) asks for 180 % of the target',
    );
  });

  test('the hours of activities are written out', async () => {
    const files = {
      a: `name: A\n${kpi('activity-count', '60', ', every: week, minutes: [20, 40]')}`,
      b: `name: B\n${kpi('activity-count', '46', ', every: month, minutes: 90')}`,
      c: 'name: C\neffort: { minutes: 180, every: week, people: 2 }\n',
    };
    expect(await say('kpi-contradiction', files)).toBe(
      'the activities asked of sales need more hours than there are: "K" (a): 60 a week × 20-40 min = 20-40 h a week and "K" (b): 46 a month × 90 min = 18 h a week, together 38-58 h, and other processes take 3 h; a week has 40 h',
    );
  });

  test('a chain is drawn to its end, and a circle is said to be one', async () => {
    const chain = { a: 'name: A\nbecause_of: [b]\n', b: 'name: B\nbecause_of: [c]\n', c: 'name: C\n' };
    expect(await say('form-begets-form', chain)).toBe('it exists because another falls short: a ← b ← c');
    const circle = { a: 'name: A\nbecause_of: [b]\n', b: 'name: B\nbecause_of: [a]\n' };
    expect(await say('form-begets-form', circle)).toBe('it goes round in a circle: a ← b ← a');
  });

  test('a gap is told with counts, and in what is passed on without answers', async () => {
    const files = a(
      'owner: cfo\nanswers: { value: [{ answer: yes, why: x }, { answer: no, by: rep }, { answer: no, by: sdr }] }\n',
    );
    const [gap] = (await findings(files)).filter(({ rule }) => rule === 'perception-gap');
    expect(gap!.text).toBe('value: cfo says yes (1 voice), sales says no (2 voices)');
    expect(gap!.shareable).toBe('value: cfo and sales see it differently');
    const cwd = folderWith({ 'processes/a.yaml': files['a']! });
    for (const format of ['html', 'markdown'])
      expect((await run(['-f', format], { cwd })).stdout).not.toContain('cfo says yes');
  });

  test('a finding moves no verdict and no exit code', async () => {
    const cwd = folderWith({ 'processes/a.yaml': KEPT });
    const { exit, stdout } = await run(['check'], { cwd });
    expect(stdout).toContain('FINDINGS (2)');
    expect(exit).toBe(0);
  });
});
