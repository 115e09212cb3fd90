import { describe, expect, test } from 'vitest';
import { portfolioRules } from '../../../src/portfolio/rules/index.js';
import { english } from '../../../src/wording/en/index.js';
import { folderWith, run } from '../../support/fake-io.js';
import { ELIMINATED, KEPT } from '../../support/processes.js';

/** Each portfolio rule: files it finds something in, with the place, and files that only just avoid it. As of 2026-07-01. */

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

describe.each(CASES)('%s: %s', (rule, what, shows, place, justMisses) => {
  test(`${rule} finds, at the right place: ${what}`, async () => {
    const found = (await findings(shows)).filter((finding) => finding.rule === rule);
    expect(found.map(({ process: id, place: at }) => `${id} ${at.line}:${at.column}`)).toEqual([place]);
  });

  test(`${rule} finds nothing in files that only just avoid: ${what}`, async () => {
    const found = (await findings(justMisses)).filter((finding) => finding.rule === rule);
    expect(found).toEqual([]);
  });
});

test('every portfolio rule has cases, words and a page of "audit explain"', async () => {
  const ids = portfolioRules.map(({ id }) => id);
  expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const { stdout, exit } = await run(['explain', id], { cwd: folderWith({}) });
    expect(exit).toBe(0);
    expect(stdout).toContain(`${id}: ${english.findings[id].title}`);
    expect(stdout).toContain('To do');
  }
});

describe('the texts of findings', () => {
  const say = async (rule: string, files: Files) =>
    (await findings(files)).find((finding) => finding.rule === rule)?.text;

  const retired = 'status: retired\nretired: { on: 2026-01-01, why: x }\n';
  const said: readonly [rule: string, what: string, files: Files, ...texts: string[]][] = [
    [
      'duplicate-demand',
      'which process makes the same demand, once for each, with the closest match and the number of others',
      {
        a: 'name: A\ndemands: [red green blue grey, Close date, weather]\n',
        b: 'name: B\ndemands: [red green blue pink, closing dates]\n',
        c: 'name: C\ndemands: [weather, grey red green blue cyan]\n',
        d: 'name: D\ndemands: [Weather]\n',
      },
      'b: "closing dates" and 1 more of its demands are also asked by a: the same words ("Close date")',
      'c: "weather" and 1 more of its demands are also asked by a',
      'd: "Weather" is also asked by a: the same words ("weather")',
    ],
    [
      'duplicate-demand',
      'how much of the words is the same',
      { a: 'name: A\ndemands: [red green blue grey, x]\n', b: 'name: B\ndemands: [y, red green blue]\n' },
      'b: "red green blue" is also asked by a, likely: 86 % of the words are the same ("red green blue grey")',
    ],
    [
      'duplicate-demand',
      'that the field is the same',
      {
        a: 'name: A\ndemands: [{ what: x, field: f }, z]\n',
        b: 'name: B\ndemands: [{ what: y, field: f }, z]\n',
      },
      'b: "y" and 1 more of its demands are also asked by a: the same field ("x")',
    ],
    ['threat', 'which threat it is', a('enforcement: dismissal\n'), 'a: it is enforced by threat (dismissal)'],
    [
      'broken-feed',
      'why each feed is broken',
      {
        a: 'name: A\nfeeds: [none, gone, bad, open]\n',
        bad: ELIMINATED,
        gone: `name: Gone\n${retired}`,
        open: 'name: Open\n',
      },
      'a: it feeds none, and no process of that id was judged',
      'a: it feeds gone, which is retired',
      'a: it feeds bad, which is to be eliminated',
    ],
    [
      'form-begets-form',
      'the chain of causes, through retired processes too',
      { a: 'name: A\nbecause_of: [x, b]\n', b: `name: B\nbecause_of: [c, d]\n${retired}` },
      'a: it exists because another falls short: a ← x',
      'a: it exists because another falls short: a ← b ← c',
    ],
    [
      'form-begets-form',
      'which cycle the causes form',
      { a: 'name: A\nbecause_of: [b]\n', b: 'name: B\nbecause_of: [b]\n' },
      'a: it goes round in a circle: a ← b ← b',
      'b: it goes round in a circle: b ← b',
    ],
    [
      'outlived',
      'since when it is outlived',
      a('until: 2026-06-30\nstatus: deprecated\n'),
      'a: it should have ended on 2026-06-30 and is still deprecated',
    ],
    [
      'outlived',
      'that no last day is set',
      a('status: deprecated\n'),
      'a: it is deprecated and has no day on which it ends',
    ],
    ['outlived', 'nothing about an active process without a last day', a('')],
    [
      'unused-demand',
      'how many more demands nobody uses',
      a('demands: [{ what: x, used_by: [cfo] }, y, z, { what: u, used_by: [cfo] }]\n'),
      'a: nobody is named who uses "y" and 1 more of its demands',
    ],
    [
      'unused-demand',
      'which demand nobody uses, if it is the only one',
      a('demands: [y]\n'),
      'a: nobody is named who uses "y"',
    ],
    [
      'not-consulted',
      'who was asked instead',
      a('consulted: { who: [sales-manager, cfo] }\n'),
      'a: only sales-manager and cfo were asked, not sales',
    ],
    ['not-consulted', 'that nobody of sales was asked', a(''), 'a: the file names nobody of sales who was asked'],
    [
      'never-reviewed',
      'what review is promised',
      a('review: { every: year }\n'),
      'a: a review is promised every year, and none was ever made',
    ],
    [
      'never-reviewed',
      'that no review is promised',
      a(''),
      'a: nobody has promised to ask whether it should still exist',
    ],
    [
      'review-overdue',
      'when the review was due',
      a('review: { every: year, last: 2025-06-30 }\n'),
      'a: a review is promised every year, was last made on 2025-06-30, due by 2026-06-30',
    ],
    [
      'review-overdue',
      'nothing about a review that is due at an event',
      a('review: { every: per deal, last: 2020-06-30 }\n'),
    ],
    [
      'kpi-unexplained',
      'what is missing from each KPI',
      a(
        'kpis: [{ name: K, measure: other, target: 5 }, { name: L, measure: other, target: 5, set_by: [cfo], because: x }, { name: M, measure: other, target: 5, set_by: [cfo, rep] }]\n',
      ),
      'a: the target "K" does not say why it is what it is and is set by nobody who is named',
      'a: the target "L" is set by cfo, without sales',
      'a: the target "M" does not say why it is what it is',
    ],
    [
      'missing-evidence',
      'which pieces of evidence do not count, and why',
      a(
        'answers: { value: [{ answer: yes, evidence: [a.yaml, none.md], by: sales }, { answer: no, evidence: [no.md, ../../out.md] }] }\n',
      ),
      'a: the evidence "none.md" does not exist',
      'a: the evidence "no.md" does not exist',
      'a: the evidence "../../out.md" does not count: it lies outside of the repository (without one, of the working directory) and was not looked for',
    ],
    [
      'perception-gap',
      'the median of each side, leaving out those who do not know',
      a(
        'owner: cfo\nanswers: { value: [{ answer: unknown, by: CFO }, { answer: yes, by: cfo }, { answer: unknown, by: sales }, { answer: partly, by: rep }, { answer: no, by: manager }] }\n',
      ),
      'a: value: cfo says yes (2 voices), sales says partly (2 voices)',
    ],
    [
      'perception-gap',
      'nothing if one side says that the question does not arise',
      a('owner: cfo\nanswers: { value: [{ answer: not-applicable, why: x }, { answer: no, by: sales }] }\n'),
    ],
    [
      'perception-gap',
      'nothing if the owner is in the sales team',
      a('owner: rep\nanswers: { value: [{ answer: yes, why: x }, { answer: no, by: sales }] }\n'),
    ],
    [
      'kpi-contradiction',
      'which targets differ from the first with the same measure',
      {
        a: `name: A\n${kpi('conversion-rate', '60')}`,
        b: `name: B\n${kpi('conversion-rate', '50 %')}`,
        c: `name: C\n${kpi('other', '5')}`,
        d: `name: D\n${kpi('other', '6')}`,
        e: `name: E\n${kpi('pipeline-coverage', '2')}`,
        f: `name: F\n${kpi('pipeline-coverage', '1.9 x')}`,
      },
      'b: the target for conversion-rate is 50 % here and 60 in a',
      'f: the target for pipeline-coverage is 1.9 x here and 2 in e',
    ],
    [
      'kpi-contradiction',
      'nothing about a product of up to a quarter too much',
      {
        a: `name: A\n${kpi('pipeline-coverage', '2.5 x')}`,
        b: `name: B\n${kpi('conversion-rate', '50 %')}`,
        c: 'name: C\nkpis: [{ name: K, measure: conversion-rate, target: 0.5 }]\n',
      },
    ],
    [
      'kpi-contradiction',
      'nothing about a product of down to a fifth too little',
      { a: `name: A\n${kpi('pipeline-coverage', '1.6 x')}`, b: `name: B\n${kpi('conversion-rate', '50 %')}` },
    ],
    [
      'kpi-contradiction',
      'nothing about a coverage of 1 and a conversion rate of 1',
      { a: `name: A\n${kpi('pipeline-coverage', '1')}`, b: `name: B\n${kpi('conversion-rate', '1')}` },
    ],
    [
      'kpi-contradiction',
      'too many activities once if roles share them, for the role with the most to do',
      {
        d: `name: D\nperformed_by: [engineer, manager]\n${kpi('activity-count', '90', ', every: week, minutes: 30')}`,
        e: 'name: E\nperformed_by: [engineer]\neffort: { minutes: 60, every: week, people: 2 }\n',
        a: `name: A\nperformed_by: [sdr, bdr]\n${kpi('activity-count', '100', ', every: week, minutes: 30')}`,
        c: 'name: C\nperformed_by: [bdr]\neffort: { minutes: 60, every: week, people: 2 }\n',
        b: `name: B\nperformed_by: [rep]\n${kpi('activity-count', '120', ', every: week, minutes: 30')}`,
      },
      'd: the activities asked of engineer need more hours than there are: "K" (d): 90 a week × 30 min = 45 h a week, and other processes take 1 h; a week has 40 h',
      'b: the activities asked of rep need more hours than there are: "K" (b): 120 a week × 30 min = 60 h a week; a week has 40 h',
      'a: the activities asked of bdr need more hours than there are: "K" (a): 100 a week × 30 min = 50 h a week, and other processes take 1 h; a week has 40 h',
    ],
  ];

  test.each(said)('%s says %s', async (rule, _, files, ...texts) => {
    const found = (await findings(files)).filter((finding) => finding.rule === rule);
    expect(found.map(({ process: id, text }) => `${id}: ${text}`).sort()).toEqual([...texts].sort());
  });

  test('at most ten conversion rates are reported for one coverage', async () => {
    const rate = '{ name: R, measure: conversion-rate, target: 60 % }';
    const files = a(
      `kpis: [{ name: K, measure: pipeline-coverage, target: 3 x }, ${Array(12).fill(rate).join(', ')}]\n`,
    );
    expect((await findings(files)).filter(({ rule }) => rule === 'kpi-contradiction')).toHaveLength(10);
  });

  test('a contradiction of two targets shows the arithmetic', async () => {
    const files = { a: `name: A\n${kpi('pipeline-coverage', '3 x')}`, b: `name: B\n${kpi('conversion-rate', '60 %')}` };
    expect(await say('kpi-contradiction', files)).toBe(
      'a coverage of 3 x times a conversion of 60 % (b) asks for 180 % of the target',
    );
  });

  test('too many activities show the hours of each target', async () => {
    const files = {
      a: `name: A\n${kpi('activity-count', '60', ', every: week, minutes: [20, 40]')}`,
      b: `name: B\n${kpi('activity-count', '46', ', every: month, minutes: 90')}`,
      c: 'name: C\neffort: { minutes: 180, every: week, people: 2 }\n',
    };
    expect(await say('kpi-contradiction', files)).toBe(
      'the activities asked of sales need more hours than there are: "K" (a): 60 a week × 20-40 min = 20-40 h a week and "K" (b): 46 a month × 90 min = 18 h a week, together 38-58 h, and other processes take 3 h; a week has 40 h',
    );
  });

  test('form-begets-form follows the chain to its end, and says if it is a cycle', async () => {
    const chain = { a: 'name: A\nbecause_of: [b]\n', b: 'name: B\nbecause_of: [c]\n', c: 'name: C\n' };
    expect(await say('form-begets-form', chain)).toBe('it exists because another falls short: a ← b ← c');
    const circle = { a: 'name: A\nbecause_of: [b]\n', b: 'name: B\nbecause_of: [a]\n' };
    expect(await say('form-begets-form', circle)).toBe('it goes round in a circle: a ← b ← a');
  });

  test('a perception gap is reported with counts, and without the answers in reports that are passed on', async () => {
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

  test('a finding changes neither verdict nor exit code', async () => {
    const cwd = folderWith({ 'processes/a.yaml': KEPT });
    const { exit, stdout } = await run(['check'], { cwd });
    expect(stdout).toMatch(/FINDINGS \(\d+\)/);
    expect(exit).toBe(0);
  });
});
