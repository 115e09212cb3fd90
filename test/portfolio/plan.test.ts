import { expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { planOf } from '../../src/portfolio/plan.js';
import { portfolioOf } from '../../src/portfolio/portfolio.js';
import { questionIds } from '../../src/questions/index.js';
import { folderWith, run } from '../support/fake-io.js';
import { AS_OF } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';
import { ELIMINATED, KEPT, UNDECIDED, waived } from '../support/processes.js';

type Files = Readonly<Record<string, string>>;

function cwdWith(files: Files): string {
  return folderWith(Object.fromEntries(Object.entries(files).map(([id, text]) => [`processes/${id}.yaml`, text])));
}

interface Step {
  process: string;
  action: string;
  text: string;
  into: string | null;
  until: string | null;
  why: { text: string; place: { file: string; line: number; column: number } }[];
  watch: string[];
  ask: { question: string; whom: string[] }[];
  depends: { text: string; place: { file: string; line: number; column: number } }[];
  lost: { what: string; usedBy: string[] }[];
  still: { what: string; where: string }[];
  mend: { text: string }[];
  tell: string[];
  together: string[];
  waiver: { text: string } | null;
  enforcement: { text: string } | null;
}

async function planned(files: Files): Promise<Step[]> {
  const { stdout, exit } = await run(['plan', '-f', 'json'], { cwd: cwdWith(files) });
  expect(exit).toBe(0);
  return JSON.parse(stdout).plan.steps;
}

const demands = (...some: string[]) => `demands: [${some.join(', ')}]\n`;

test('a process to be eliminated that nothing depends on is removed, and its step lists what is no longer collected', async () => {
  const [step] = await planned({
    a: `${ELIMINATED}beneficiaries: [board, sales]\n${demands('{ what: figures, used_by: [cfo], used_for: the plan }', 'weather')}`,
  });
  expect(step).toMatchObject({
    action: 'remove',
    lost: [
      { what: 'figures', usedBy: ['cfo'] },
      { what: 'weather', usedBy: [] },
    ],
    tell: ['sales', 'finance', 'board', 'cfo'],
  });
  expect(step!.why).toEqual([
    expect.objectContaining({ text: 'question 4, necessity, is no: eliminate it now' }),
    expect.objectContaining({
      text: 'necessity: "nobody reads it" (sales)',
      place: { file: 'processes/a.yaml', line: 4, column: 42 },
    }),
  ]);
});

test('a process whose demands are all made by one that is kept is merged into that one', async () => {
  const kept = KEPT.replace('demands: [', 'demands: [{ what: x, field: amount }, closing dates of deals, ');
  const files = {
    a: `${ELIMINATED}${demands('{ what: sum, field: Amount }', 'the closing date of the deal')}`,
    kept,
  };
  expect((await planned(files))[0]).toMatchObject({
    action: 'merge',
    into: 'kept',
    lost: [],
    still: [
      { what: 'sum', where: 'asked by kept: the same field' },
      { what: 'the closing date of the deal', where: 'asked by kept: the same words' },
    ],
  });
});

test('a process is not merged if the other lacks one of its demands or may go itself', async () => {
  const kept = KEPT.replace('demands: [', 'demands: [{ what: x, field: amount }, ');
  const more = `${ELIMINATED}${demands('{ what: sum, field: amount }', 'something else')}`;
  expect((await planned({ a: more, kept }))[0]).toMatchObject({
    action: 'remove',
    lost: [{ what: 'something else' }],
    still: [{ what: 'sum', where: 'asked by kept' }],
  });
  const open = `${UNDECIDED}${demands('{ what: x, field: amount }')}`;
  const steps = await planned({ a: `${ELIMINATED}${demands('{ what: sum, field: amount }')}`, open });
  expect(steps[1]).toMatchObject({ process: 'a', action: 'remove', still: [{ where: 'asked by open' }] });
});

test('a process can be merged into any that makes the same demand, not only into the first', async () => {
  const ask = demands('Deal amount');
  const kept = KEPT.replace('demands: [', 'demands: [Amount of the deal, ');
  const steps = await planned({ b: `${ELIMINATED}${ask}`, c: kept, z: `${ELIMINATED}${ask}` });
  expect(steps.map(({ process: id, action, into }) => [id, action, into])).toEqual([
    ['b', 'merge', 'c'],
    ['z', 'merge', 'c'],
  ]);
});

test('a process is not automated if another that goes too is what fills the place its file names', async () => {
  const call = `${ELIMINATED}${demands('{ what: closing date, already_in: the CRM }')}`;
  const form = `${ELIMINATED}${demands('{ what: closing date, field: Deal.CloseDate }')}`;
  const steps = await planned({ call, form });
  expect(steps.map(({ process: id, action, lost }) => [id, action, lost.length])).toEqual([
    ['call', 'remove', 1],
    ['form', 'remove', 1],
  ]);
  expect((await planned({ call }))[0]).toMatchObject({ action: 'automate', lost: [] });
});

test('a process whose demands are all available elsewhere is automated, even if something depends on it', async () => {
  const files = { a: `${ELIMINATED}feeds: [kept]\n${demands('{ what: figures, already_in: the CRM }')}`, kept: KEPT };
  expect((await planned(files))[0]).toMatchObject({
    action: 'automate',
    still: [{ what: 'figures', where: 'the CRM, its file says' }],
    depends: [{ text: 'its output goes to kept, which stays' }],
  });
});

test('a process that feeds one that stays is tried without, and its step says what to watch', async () => {
  const files = { a: `${ELIMINATED}feeds: [kept]\n${demands('{ what: figures, used_by: [cfo] }')}`, kept: KEPT };
  expect((await planned(files))[0]).toMatchObject({
    action: 'try',
    until: '2026-08-01',
    watch: ['whether kept misses its output', 'whether cfo asks for "figures"'],
    depends: [
      { text: 'its output goes to kept, which stays', place: { file: 'processes/a.yaml', line: 5, column: 9 } },
    ],
  });
});

test('a process fed by one that stays is tried without', async () => {
  const files = { a: ELIMINATED, kept: `${KEPT}feeds: [a]\n` };
  expect((await planned(files))[0]).toMatchObject({
    action: 'try',
    watch: ['whether kept is still worth doing for its other uses'],
    depends: [{ place: { file: 'processes/kept.yaml' } }],
  });
});

test('a process that feeds only processes that go too is removed', async () => {
  const retired = 'name: C\nstatus: retired\nretired: { on: 2026-01-01, why: x }\n';
  const files = { a: `${ELIMINATED}feeds: [b, c]\n`, b: ELIMINATED, c: retired };
  expect((await planned(files)).map(({ process: id, action }) => [id, action])).toEqual([
    ['b', 'remove'],
    ['a', 'remove'],
  ]);
});

test('a process that feeds one that was not judged is tried without, because that one may exist', async () => {
  const files = { a: `${ELIMINATED}feeds: [nowhere]\n` };
  expect((await planned(files))[0]).toMatchObject({
    action: 'try',
    depends: [{ text: 'its output goes to nowhere, of which nothing is known here' }],
  });
});

test('a step names the enforcement to switch off, and the owners to tell', async () => {
  const files = {
    a: `${ELIMINATED}enforcement: { kind: locked-record, note: nothing prints }\nperformed_by: [rep]\nfeeds: [kept]\n`,
    kept: KEPT,
  };
  const [step] = await planned(files);
  expect(step).toMatchObject({
    enforcement: { text: 'locked-record: nothing prints', place: { line: 5, column: 14 } },
    tell: ['rep', 'finance', 'deal-desk'],
  });
});

test('information that another process put into the place the file names is lost when both go', async () => {
  const files = {
    a: `${ELIMINATED}${demands('Source campaign')}`,
    b: `${ELIMINATED}${demands('{ what: source campaigns, already_in: the lead record }')}`,
  };
  const steps = await planned(files);
  expect(steps.map(({ lost }) => lost.map(({ what }) => what))).toEqual([['Source campaign'], ['source campaigns']]);
});

test('an undecided process is asked about, and its step names the roles that can know', async () => {
  const files = {
    a: 'name: A\nowner: cfo\nanswers: { value: { answer: no, by: sales }, strategy: { answer: yes, why: x, by: sales } }\n',
  };
  expect((await planned(files))[0]).toMatchObject({
    action: 'ask',
    ask: expect.arrayContaining([{ question: 'necessity', whom: ['cfo'] }]),
    until: null,
  });
});

test('an undecided process that nobody knows about is tried without', async () => {
  const unknown = '{ answer: unknown, by: sales }';
  const files = {
    a: `name: A\nowner: cfo\nanswers: { value: ${unknown}, strategy: ${unknown}, explanation: ${unknown}, feedback: ${unknown}, trust: ${unknown}, necessity: { answer: unknown, by: cfo } }\n`,
  };
  expect((await planned(files))[0]).toMatchObject({
    action: 'try',
    until: '2026-10-01',
    watch: ['whether anybody asks for it'],
  });
});

test.each([
  ['every: day', '2026-08-01'],
  ['every: 2 weeks', '2026-08-18'],
  ['every: month', '2026-10-01'],
  ['every: 2 months', '2026-10-01'],
  ['every: quarter', '2026-10-01'],
  ['every: 4 months', '2026-10-31'],
  ['every: year', '2027-07-02'],
  ['every: per deal', '2026-10-01'],
  ['every: per deal, times_per_year: 200', '2026-08-01'],
])('a trial of a process done "%s" lasts until %s', async (effort, until) => {
  const files = { a: `name: A\neffort: { ${effort} }\nfeeds: [kept]\nanswers: { necessity: no }\n`, kept: KEPT };
  expect((await planned(files))[0]).toMatchObject({ action: 'try', until });
});

test('a step names the process to mend that is the reason for this one, and the one that may no longer be needed', async () => {
  const files = {
    a: `${ELIMINATED}because_of: [kept]\n`,
    kept: KEPT,
    child: `${KEPT}because_of: [a]\n`,
  };
  expect((await planned(files))[0]).toMatchObject({
    action: 'remove',
    mend: [{ text: 'it exists because kept falls short: mend that one' }],
    depends: [{ text: 'because it falls short there is child: ask whether that is still needed' }],
  });
});

test('a waiver is named but changes nothing, and a kept process makes no step', async () => {
  const steps = await planned({ a: waived(ELIMINATED), kept: KEPT });
  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatchObject({
    action: 'remove',
    waiver: { text: 'waived until 2026-12-31 (sales-director): being rebuilt', place: { line: 5 } },
  });
});

test('asking comes first, trials last, and in between the costliest process first', async () => {
  const light = ELIMINATED.replace('people: 10', 'people: 1');
  const steps = await planned({
    a: UNDECIDED,
    b: light,
    c: ELIMINATED,
    d: `${ELIMINATED}feeds: [kept]\n`,
    kept: KEPT,
  });
  expect(steps.map(({ process: id }) => id)).toEqual(['a', 'c', 'b', 'd']);
});

const BAD = { answers: { necessity: 'no' } };
const GOOD = { mandate: { kind: 'law', reference: 'Act 1', review_by: '2027-01-01' } };
const hours = (minutes: number) => ({ effort: { minutes, every: 'year', people: 60 } });
const plan = (files: Record<string, object>, settings = settingsFor(AS_OF)) =>
  planOf(
    portfolioOf(
      Object.entries(files).map(([id, file]) => judgeData({ id, name: id, ...file }, settings)),
      [],
      settings,
    ),
  );
const stepOf = (files: Record<string, object>, id: string) =>
  plan(files).steps.find(({ member }) => member.salesProcess.id === id)!;

test('a plan adds up the hours returned, tried and asked about', () => {
  const { returned, tried, asked } = plan({
    automate: { ...BAD, ...hours(1), demands: [{ what: 'x', already_in: 'CRM' }] },
    merge: { ...BAD, ...hours(2), demands: ['deal stage'] },
    remove: { ...BAD, ...hours(4) },
    silent: BAD,
    try: { ...BAD, ...hours(8), feeds: ['kept'] },
    ask: hours(16),
    kept: { ...GOOD, ...hours(32), demands: ['deal stage'] },
  });
  const sum = (of: number) => ({ low: of, high: of });
  expect([returned, tried, asked]).toEqual([
    { hours: sum(7), unknown: 1 },
    { hours: sum(8), unknown: 0 },
    { hours: sum(16), unknown: 0 },
  ]);
});

test('every role to tell is named once, as first spelled, with the owners of all connected processes', () => {
  const files = {
    a: {
      ...BAD,
      performed_by: ['SDR', 'Finance'],
      owner: 'finance',
      beneficiaries: ['board'],
      demands: [{ what: 'deal stage', used_by: ['sdr', 'cfo'] }],
      feeds: ['taker'],
      because_of: ['cause'],
    },
    taker: { ...GOOD, owner: 'owner of taker' },
    giver: { ...GOOD, owner: 'owner of giver', feeds: ['a'] },
    cause: { ...GOOD, owner: 'owner of cause' },
    child: { ...GOOD, owner: 'owner of child', because_of: ['a'] },
    same: { ...GOOD, owner: 'owner of same', demands: ['deal stage'] },
    else: { ...GOOD, owner: 'owner of else' },
  };
  const hanging = ['taker', 'giver', 'cause', 'child', 'same'].map((id) => `owner of ${id}`);
  expect(stepOf(files, 'a').tell).toEqual(['SDR', 'Finance', 'board', 'cfo', ...hanging]);
});

test('without owner and beneficiaries, only the performers are to be told', () => {
  expect(stepOf({ a: BAD }, 'a').tell).toEqual(['sales']);
});

test('a process is tried if nobody knows, and asked about as long as somebody may know one answer', () => {
  const unknown = { answer: 'unknown', by: 'sales' };
  const asks = { value: unknown, strategy: unknown, explanation: unknown, feedback: unknown, trust: unknown };
  const necessity = { answer: 'unknown', by: 'cfo' };
  const files = { a: { owner: 'cfo', answers: { ...asks, necessity } }, b: { owner: 'cfo', answers: asks } };
  expect(stepOf(files, 'a')).toMatchObject({ action: 'try', nobodyKnows: true });
  expect(stepOf(files, 'b')).toMatchObject({ action: 'ask', nobodyKnows: false });
});

test('the causes of a process leave out what goes, what does not exist, and the process itself', () => {
  const files = { a: { because_of: ['a', 'bad', 'kept', 'open', 'none'] }, bad: BAD, kept: GOOD, open: {} };
  expect(stepOf(files, 'a').causes).toEqual([
    { because: 'kept', index: 2 },
    { because: 'open', index: 3 },
  ]);
});

test('a process does not depend on itself', () => {
  expect(stepOf({ a: { ...BAD, feeds: ['a'], because_of: ['a'] } }, 'a')).toMatchObject({
    action: 'remove',
    feeds: [],
    begotten: [],
    together: [],
  });
});

test('a process is merged into the first kept one that makes all its demands, each paired with the closest', () => {
  const alike = ['red green blue pink', 'grey red green blue', 'blue grey red green', 'red green blue white'];
  const files = {
    a: { ...BAD, demands: ['red green blue grey', 'weather'] },
    b: { ...GOOD, demands: ['red green blue grey'] },
    c: { demands: ['red green blue grey', 'weather'] },
    d: { ...GOOD, demands: ['weather', ...alike] },
    e: { ...GOOD, demands: ['red green blue grey', 'weather'] },
  };
  expect(stepOf(files, 'a').into).toEqual({
    process: 'd',
    demands: [
      { how: 'text', share: 1, index: 0, otherIndex: 2 },
      { how: 'text', share: 1, index: 1, otherIndex: 0 },
    ],
  });
});

test('a process that no question can decide is not called one that nobody knows about', () => {
  const others = questionIds.filter((id) => id !== 'necessity');
  const answers = Object.fromEntries(others.map((id) => [id, { answer: 'not-applicable', why: 'x', by: 'sales' }]));
  const settings = settingsFor(AS_OF);
  const weights = { ...settings.weights, necessity: 0 };
  const { steps } = plan({ a: { answers: { ...answers, necessity: 'yes' } } }, { ...settings, weights });
  expect(steps).toMatchObject([{ action: 'ask', questions: [], nobodyKnows: false }]);
});
