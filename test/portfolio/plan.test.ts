import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { cyclesIn } from '../../src/portfolio/cycles.js';
import { dependenciesIn } from '../../src/portfolio/dependencies.js';
import { planOf } from '../../src/portfolio/plan.js';
import { portfolioOf } from '../../src/portfolio/portfolio.js';
import { whomToAsk } from '../../src/portfolio/whom-to-ask.js';
import { without } from '../../src/portfolio/without.js';
import { questionIds } from '../../src/questions/index.js';
import { folderWith, run } from '../support/fake-io.js';
import { AS_OF } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';
import { ELIMINATED, KEPT, UNDECIDED, waived } from '../support/processes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

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

describe('what to do with a process', () => {
  test('that is eliminated and on which nothing hangs: remove it, and say what is no longer collected', async () => {
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

  test('whose demands are all asked by one that is kept: merge it into that one', async () => {
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

  test('of whose demands one is not asked there, or which is asked by one that may go: no merging', async () => {
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

  test('merging asks everybody who asks the same, not only who asked first', async () => {
    const ask = demands('Deal amount');
    const kept = KEPT.replace('demands: [', 'demands: [Amount of the deal, ');
    const steps = await planned({ b: `${ELIMINATED}${ask}`, c: kept, z: `${ELIMINATED}${ask}` });
    expect(steps.map(({ process: id, action, into }) => [id, action, into])).toEqual([
      ['b', 'merge', 'c'],
      ['z', 'merge', 'c'],
    ]);
  });

  test('whose demands are elsewhere only because of one that goes as well: nothing is left to take them from', async () => {
    const call = `${ELIMINATED}${demands('{ what: closing date, already_in: the CRM }')}`;
    const form = `${ELIMINATED}${demands('{ what: closing date, field: Deal.CloseDate }')}`;
    const steps = await planned({ call, form });
    expect(steps.map(({ process: id, action, lost }) => [id, action, lost.length])).toEqual([
      ['call', 'remove', 1],
      ['form', 'remove', 1],
    ]);
    expect((await planned({ call }))[0]).toMatchObject({ action: 'automate', lost: [] });
  });

  test('all of whose demands are elsewhere: automate, even where something hangs on it', async () => {
    const files = { a: `${ELIMINATED}feeds: [kept]\n${demands('{ what: figures, already_in: the CRM }')}`, kept: KEPT };
    expect((await planned(files))[0]).toMatchObject({
      action: 'automate',
      still: [{ what: 'figures', where: 'the CRM, its file says' }],
      depends: [{ text: 'its output goes to kept, which stays' }],
    });
  });

  test('that feeds something that stays: try without it, and watch', async () => {
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

  test('that is fed by something that stays: try without it', async () => {
    const files = { a: ELIMINATED, kept: `${KEPT}feeds: [a]\n` };
    expect((await planned(files))[0]).toMatchObject({
      action: 'try',
      watch: ['whether kept is still worth doing for its other uses'],
      depends: [{ place: { file: 'processes/kept.yaml' } }],
    });
  });

  test('that feeds only what is eliminated too: remove it', async () => {
    const retired = 'name: C\nstatus: retired\nretired: { on: 2026-01-01, why: x }\n';
    const files = { a: `${ELIMINATED}feeds: [b, c]\n`, b: ELIMINATED, c: retired };
    expect((await planned(files)).map(({ process: id, action }) => [id, action])).toEqual([
      ['b', 'remove'],
      ['a', 'remove'],
    ]);
  });

  test('that feeds what was not judged: it may be there all the same', async () => {
    const files = { a: `${ELIMINATED}feeds: [nowhere]\n` };
    expect((await planned(files))[0]).toMatchObject({
      action: 'try',
      depends: [{ text: 'its output goes to nowhere, of which nothing is known here' }],
    });
  });

  test('what makes people do it is to be switched off, and the owners of what hangs on it are to be told', async () => {
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

  test('what is said to be elsewhere only because of another that goes is lost', async () => {
    const files = {
      a: `${ELIMINATED}${demands('Source campaign')}`,
      b: `${ELIMINATED}${demands('{ what: source campaigns, already_in: the lead record }')}`,
    };
    const steps = await planned(files);
    expect(steps.map(({ lost }) => lost.map(({ what }) => what))).toEqual([['Source campaign'], ['source campaigns']]);
  });

  test('that is undecided: ask those who can know', async () => {
    const files = {
      a: 'name: A\nowner: cfo\nanswers: { value: { answer: no, by: sales }, strategy: { answer: yes, why: x, by: sales } }\n',
    };
    expect((await planned(files))[0]).toMatchObject({
      action: 'ask',
      ask: expect.arrayContaining([{ question: 'necessity', whom: ['cfo'] }]),
      until: null,
    });
  });

  test('that is undecided and about which nobody knows: try without it', async () => {
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
  ])('a trial of what is done %s lasts until %s', async (effort, until) => {
    const files = { a: `name: A\neffort: { ${effort} }\nfeeds: [kept]\nanswers: { necessity: no }\n`, kept: KEPT };
    expect((await planned(files))[0]).toMatchObject({ action: 'try', until });
  });

  test('that exists because of another: mend that one; and what exists because of it may go', async () => {
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

  test('a waiver changes nothing but is named; what is kept is no step', async () => {
    const steps = await planned({ a: waived(ELIMINATED), kept: KEPT });
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      action: 'remove',
      waiver: { text: 'waived until 2026-12-31 (sales-director): being rebuilt', place: { line: 5 } },
    });
  });
});

describe('who is asked', () => {
  const said = (id: string, ...voices: object[]) => ({ answers: { [id]: voices } });
  const unknown = (by: string) => ({ answer: 'unknown', by });

  test.each([
    ['sales on what sales goes through', 'value', {}, ['sales'], false],
    ['those of sales who do it', 'value', { performed_by: ['sdr', 'manager', 'rep'] }, ['sdr', 'rep'], false],
    ['sales, where others do it', 'value', { performed_by: ['manager'] }, ['sales'], false],
    ['the owner on whether it is necessary', 'necessity', {}, ['the owner'], false],
    [
      'and who gains, each once',
      'necessity',
      { owner: 'cfo', beneficiaries: ['cfo', 'board'] },
      ['cfo', 'board'],
      false,
    ],
    ['who does not know only for want of others', 'value', said('value', unknown('sales')), ['sales'], true],
    [
      'others before those who do not know',
      'value',
      { performed_by: ['sdr', 'rep'], ...said('value', unknown('SDR')) },
      ['rep'],
      false,
    ],
    ['who has answered, again', 'value', said('value', { answer: 'no', by: 'sales' }), ['sales'], false],
  ] as const)('%s', (_, question, file, roles, doNotKnow) => {
    const { salesProcess } = judgeData({ name: 'x', ...file });
    expect(whomToAsk(question, salesProcess, settingsFor(AS_OF))).toEqual({ roles, doNotKnow });
  });
});

describe('of a plan', () => {
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

  test('the hours are told by what is done: what comes back, what is tried and what depends on answers', () => {
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

  test('who has to know is each told once, as first written, with the owners of all that hangs on it', () => {
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

  test('without an owner and anybody who gains, those who do it have to know', () => {
    expect(stepOf({ a: BAD }, 'a').tell).toEqual(['sales']);
  });

  test('it is tried when nobody knows, and asked as long as one question is open to somebody', () => {
    const unknown = { answer: 'unknown', by: 'sales' };
    const asks = { value: unknown, strategy: unknown, explanation: unknown, feedback: unknown, trust: unknown };
    const necessity = { answer: 'unknown', by: 'cfo' };
    const files = { a: { owner: 'cfo', answers: { ...asks, necessity } }, b: { owner: 'cfo', answers: asks } };
    expect(stepOf(files, 'a')).toMatchObject({ action: 'try', nobodyKnows: true });
    expect(stepOf(files, 'b')).toMatchObject({ action: 'ask', nobodyKnows: false });
  });

  test('nothing is to be mended that goes, is not there, or is the process itself', () => {
    const files = { a: { because_of: ['a', 'bad', 'kept', 'open', 'none'] }, bad: BAD, kept: GOOD, open: {} };
    expect(stepOf(files, 'a').causes).toEqual([
      { because: 'kept', index: 2 },
      { because: 'open', index: 3 },
    ]);
  });

  test('what a process does for itself does not hang on it', () => {
    expect(stepOf({ a: { ...BAD, feeds: ['a'], because_of: ['a'] } }, 'a')).toMatchObject({
      action: 'remove',
      feeds: [],
      begotten: [],
      together: [],
    });
  });

  test('it is merged into the first that asks for all of it and is kept, demand by demand into the closest', () => {
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

  test('where no question can decide it, nobody is said not to know', () => {
    const others = questionIds.filter((id) => id !== 'necessity');
    const answers = Object.fromEntries(others.map((id) => [id, { answer: 'not-applicable', why: 'x', by: 'sales' }]));
    const settings = settingsFor(AS_OF);
    const weights = { ...settings.weights, necessity: 0 };
    const { steps } = plan({ a: { answers: { ...answers, necessity: 'yes' } } }, { ...settings, weights });
    expect(steps).toMatchObject([{ action: 'ask', questions: [], nobodyKnows: false }]);
  });

  test('what costs the same, or nobody knows what, is in the order of the ids; what is known goes first', () => {
    const { steps } = plan({
      d: BAD,
      c: BAD,
      b: { ...BAD, ...hours(1) },
      a: { ...BAD, ...hours(1) },
      e: { ...BAD, ...hours(2) },
    });
    expect(steps.map(({ member }) => member.salesProcess.id).join('')).toBe('eabcd');
  });

  test('of a circle all are named to each other, the costliest first', () => {
    const { steps } = plan({
      a: { ...BAD, feeds: ['b'] },
      b: { ...BAD, ...hours(1), feeds: ['c', 'b'] },
      c: { ...BAD, ...hours(2), feeds: ['a', 'd'] },
      d: BAD,
    });
    expect(steps.map(({ member, together }) => [member.salesProcess.id, together])).toEqual([
      ['d', []],
      ['c', ['b', 'a']],
      ['b', ['c', 'a']],
      ['a', ['c', 'b']],
    ]);
  });
});

describe('circles', () => {
  test('hold what reaches each other, and all else is alone', () => {
    const nodes = [...'abcdef'];
    const links = fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)), { maxLength: 12 });
    fc.assert(
      fc.property(links, (some) => {
        const next = (node: string) => some.filter(([from]) => from === node).map(([, to]) => to);
        const reached = (from: string) => {
          const all = new Set([from]);
          for (const node of all) for (const to of next(node)) all.add(to);
          return all;
        };
        const circleOf = (node: string) => nodes.filter((to) => reached(node).has(to) && reached(to).has(node));
        const circles = cyclesIn(nodes, next).map((circle) => circle.sort().join(''));
        expect(circles.sort()).toEqual([...new Set(nodes.map((node) => circleOf(node).join('')))].sort());
      }),
      { numRuns: 500 },
    );
  });
});

describe('the order', () => {
  const link = fc.record({ from: fc.nat(7), to: fc.nat(7) });
  const kinds = fc.array(fc.constantFrom('eliminate', 'undecided', 'keep'), { minLength: 8, maxLength: 8 });
  const kept = {
    owner: 'x',
    purpose: 'x',
    beneficiaries: ['sales'],
    demands: [{ what: 'x', used_by: ['x'], used_for: 'x' }],
    explained: { on: '2026-05-01', to: ['sales'] },
    feedback: { every: 'month', last: '2026-06-20' },
    answers: Object.fromEntries(
      ['value', 'explanation', 'necessity', 'feedback', 'trust', 'strategy'].map((id) => [
        id,
        { answer: 'yes', why: 'so it is', by: id === 'necessity' ? 'x' : 'sales' },
      ]),
    ),
  };
  const data = { eliminate: { answers: { necessity: 'no' } }, undecided: {}, keep: kept } as const;

  test('deals with what takes an output before what gives it, except in a circle, which it names', () => {
    fc.assert(
      fc.property(kinds, fc.array(link, { maxLength: 14 }), (verdicts, links) => {
        const members = verdicts.map((verdict, index) => {
          const feeds = [...new Set(links.filter(({ from }) => from === index).map(({ to }) => `p-${to}`))];
          return judgeData({ id: `p-${index}`, name: 'x', feeds, ...data[verdict] });
        });
        expect(members.map(({ verdict }) => verdict.name)).toEqual(verdicts);
        const { steps } = planOf(portfolioOf(members, [], settingsFor(AS_OF)));
        const ids = steps.map(({ member }) => member.salesProcess.id);
        expect([...ids].sort()).toEqual(
          verdicts.flatMap((verdict, index) => (verdict === 'keep' ? [] : [`p-${index}`])).sort(),
        );
        const asked = steps.filter(({ action }) => action === 'ask').map(({ member }) => member.salesProcess.id);
        // To ask breaks nothing, and comes first.
        expect(ids.slice(0, asked.length)).toEqual(asked);
        for (const [index, { member, together, action }] of steps.entries())
          for (const to of member.salesProcess.feeds ?? []) {
            const at = ids.indexOf(to);
            if (action !== 'ask' && to !== member.salesProcess.id && at > index) expect(together).toContain(to);
          }
      }),
      { numRuns: 500 },
    );
  });

  test('of thousands in circles is found soon', () => {
    const members = Array.from({ length: 2000 }, (_, index) => {
      const [pair, next] = [index ^ 1, index + 2];
      const feeds = [`p-${pair}`, ...(next < 2000 ? [`p-${next}`] : [])];
      return judgeData({ id: `p-${index}`, name: 'x', feeds, answers: { necessity: 'no' } });
    });
    const { steps } = planOf(portfolioOf(members, [], settingsFor(AS_OF)));
    expect(steps).toHaveLength(2000);
    expect(steps[0]!.together).toEqual([expect.stringMatching(/^p-199[89]$/)]);
  }, 20_000);

  test('is apart from that the costliest first, after what can be asked at once', async () => {
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
});

describe('audit plan', () => {
  test.each([
    ['plan.txt', ['plan']],
    ['plan-quiet.txt', ['plan', '--quiet']],
    ['plan.md', ['plan', '-f', 'markdown']],
    ['without.txt', ['plan', '--without', 'weekly-sales-forecast,crm-mandatory-fields']],
    ['without.md', ['plan', '--without', 'consent-record', '-f', 'markdown']],
  ])('%s', async (file, argv) => {
    const { stdout, stderr, exit } = await run([...argv, '--as-of', '2026-11-23'], { cwd: root });
    expect([exit, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n')) if (file.endsWith('.txt')) expect([...line].length).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot(`../report/golden/${file}`);
  });

  test('says so when nothing is to be done', async () => {
    const { stdout } = await run(['plan'], { cwd: cwdWith({ kept: KEPT }) });
    expect(stdout).toContain('Nothing to do: every process is justified.');
  });

  test('says of no file that was not judged that it is justified', async () => {
    const said = async (files: Record<string, string>) => (await run(['plan'], { cwd: cwdWith(files) })).stdout;
    expect(await said({ kept: KEPT, broken: 'nmae: x' })).toContain('every process that was judged is justified.');
    expect(await said({ broken: 'nmae: x' })).toContain('No process was judged.');
  });

  test('a mistake in a file ends in 2, with a plan for the others', async () => {
    const { stdout, stderr, exit } = await run(['plan'], { cwd: cwdWith({ a: ELIMINATED, b: 'name: [B\n' }) });
    expect(exit).toBe(2);
    expect(stderr).toContain('processes/b.yaml:');
    expect(stdout).toContain('Remove: Useless');
  });

  test('in Markdown the words of few people are counted and not shown', async () => {
    const { stdout } = await run(['plan', '-f', 'markdown'], { cwd: cwdWith({ a: ELIMINATED }) });
    expect(stdout).toContain('- [ ] **1. Remove: Useless** (finance, 460 h a year): take it away');
    expect(stdout).not.toContain('nobody reads it');
  });
});

describe('what if some processes went', () => {
  const members = (files: Record<string, object>) =>
    Object.entries(files).map(([id, file]) => judgeData({ id, name: id, ...file }));
  const effort = { minutes: 60, every: 'week', people: 2 };

  test('hours, feeds, demands with their users, and what may not be needed any more', () => {
    const portfolio = portfolioOf(
      members({
        a: {
          effort,
          feeds: ['b', 'c'],
          demands: [
            { what: 'deal amount', used_by: ['cfo'] },
            { what: 'x', already_in: 'CRM' },
          ],
        },
        b: { feeds: ['c'], demands: ['amount of the deal', 'weather'] },
        c: { demands: ['Amount of deals'], because_of: ['a', 'b'] },
        d: { feeds: ['a', 'd'] },
      }),
      [],
      settingsFor(AS_OF),
    );
    const what = without(new Set(['a', 'b']), portfolio);
    expect(what.returned).toEqual({ hours: { low: 92, high: 92 }, unknown: 1 });
    expect(what.feeds).toEqual([
      { from: 'a', to: 'c', other: 'undecided', goes: 'source', index: 1 },
      { from: 'd', to: 'a', other: 'undecided', goes: 'consumer', index: 0 },
      { from: 'b', to: 'c', other: 'undecided', goes: 'source', index: 0 },
    ]);
    expect(what.demands.map(({ process: id, index, still }) => [id, index, still])).toEqual([
      ['a', 0, { askedBy: 'c' }],
      ['a', 1, { in: 'CRM' }],
      ['b', 0, { askedBy: 'c' }],
      ['b', 1, undefined],
    ]);
    expect(what.begotten).toEqual([
      { process: 'c', because: 'a', index: 0 },
      { process: 'c', because: 'b', index: 1 },
    ]);
  });

  test('it is still asked by the first of those that stay, be it asked twice in one of them', () => {
    const portfolio = portfolioOf(
      members({
        a: { demands: ['deal stage'] },
        b: { demands: ['stage of the deal', 'deal stages'] },
        c: { demands: ['weather', 'deal stage'] },
        d: { demands: ['deal stage'] },
      }),
      [],
      settingsFor(AS_OF),
    );
    const still = (...gone: string[]) => without(new Set(gone), portfolio).demands.map((one) => one.still);
    expect(still('a')).toEqual([{ askedBy: 'b' }]);
    expect(still('b')).toEqual([{ askedBy: 'a' }, { askedBy: 'a' }]);
    expect(still('d')).toEqual([{ askedBy: 'a' }]);
    expect(still('a', 'd')).toEqual([{ askedBy: 'b' }, { askedBy: 'b' }]);
    expect(still('a', 'b', 'c')).toEqual([
      { askedBy: 'd' },
      { askedBy: 'd' },
      { askedBy: 'd' },
      undefined,
      { askedBy: 'd' },
    ]);
    expect(dependenciesIn(portfolio).alike('c', 1)).toEqual(['a', 'b', 'd']);
    expect(dependenciesIn(portfolio).alike('c', 0)).toEqual([]);
  });

  test('one that asks for likely the same comes before one that asks for just the same, if its id does', () => {
    const portfolio = portfolioOf(
      members({
        a: { demands: ['red green blue grey'] },
        c: { demands: ['red green blue pink'] },
        d: { demands: ['pink red green blue'] },
      }),
      [],
      settingsFor(AS_OF),
    );
    expect(dependenciesIn(portfolio).alike('c', 0)).toEqual(['a', 'd']);
    expect(without(new Set(['c']), portfolio).demands[0]!.still).toEqual({ askedBy: 'a' });
  });

  test('what is likely the same as one that goes is still asked by another that is as like it', () => {
    const portfolio = portfolioOf(
      members({
        a: { demands: ['red green blue grey'] },
        b: { demands: ['red green blue pink'] },
        c: { demands: ['red green blue teal'] },
      }),
      [],
      settingsFor(AS_OF),
    );
    const still = without(new Set(['a', 'c']), portfolio).demands.map((one) => one.still);
    expect(still).toEqual([{ askedBy: 'b' }, { askedBy: 'b' }]);
  });

  test('what is said to be elsewhere is lost with what collects it, unless another that stays asks for it', () => {
    const elsewhere = { what: 'deal stage', already_in: 'CRM' };
    const still = (files: Record<string, object>, ...gone: string[]) =>
      without(new Set(gone), portfolioOf(members(files), [], settingsFor(AS_OF))).demands.map((one) => one.still);
    const files = { a: { demands: [elsewhere] }, b: { demands: ['deal stage'] }, c: { demands: [elsewhere] } };
    expect(still(files, 'a')).toEqual([{ in: 'CRM' }]);
    expect(still(files, 'a', 'b')).toEqual([{ in: 'CRM' }, { askedBy: 'c' }]);
    expect(still(files, 'b', 'c')).toEqual([{ askedBy: 'a' }, { in: 'CRM' }]);
    expect(still(files, 'a', 'b', 'c')).toEqual([undefined, undefined, undefined]);
    expect(still({ a: files.a, c: files.c }, 'a', 'c')).toEqual([{ in: 'CRM' }, { in: 'CRM' }]);
  });

  test('feeds of what is retired, and of itself, do not break; what is eliminated is said to be', () => {
    const [retired] = members({ old: {} });
    const bad = { answers: { necessity: 'no' } };
    const portfolio = portfolioOf(
      members({ a: { feeds: ['a', 'old', 'none', 'b'], because_of: ['a'] }, b: { ...bad, because_of: ['a'] } }),
      [retired!],
      settingsFor(AS_OF),
    );
    const { feeds, begotten, gone } = without(new Set(['a']), portfolio);
    expect(gone).toEqual([portfolio.members[0]]);
    expect(feeds).toEqual([
      { from: 'a', to: 'none', other: 'unknown', goes: 'source', index: 2 },
      { from: 'a', to: 'b', other: 'eliminate', goes: 'source', index: 3 },
    ]);
    expect(begotten).toEqual([{ process: 'b', because: 'a', index: 0 }]);
    expect(without(new Set(['a', 'b']), portfolio).begotten).toEqual([]);
  });

  test('what is only alike along a chain is not the same', () => {
    const words = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett'.split(' ');
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => [id, { demands: [words.slice(at, at + 5).join(' ')] }]),
    );
    const portfolio = portfolioOf(members(files), [], settingsFor(AS_OF));
    const [first] = without(new Set(['a', 'b', 'c', 'd', 'e']), portfolio).demands;
    expect(first!.still).toBeUndefined();
  });

  test('what all who asked for it have lost is collected by nobody', () => {
    const portfolio = portfolioOf(
      members({ a: { demands: ['x y'] }, b: { demands: ['y x'] } }),
      [],
      settingsFor(AS_OF),
    );
    expect(without(new Set(['a', 'b']), portfolio).demands.map(({ still }) => still)).toEqual([undefined, undefined]);
  });

  test('a process that is justified, or that a duty demands, is said to be', async () => {
    const mandate = 'mandate: { kind: law, reference: Act 1, review_by: 2027-01-01 }\n';
    const cwd = cwdWith({ kept: KEPT, law: `name: Law\n${mandate}` });
    const { stdout } = await run(['plan', '--without', 'Kept', '--without', 'law'], { cwd });
    expect(stdout).toContain('it is justified as it stands');
    expect(stdout.replace(/\s+/g, ' ')).toContain('a duty demands it: law: Act 1');
  });

  test('a name may hold a comma', async () => {
    const cwd = cwdWith({ kept: KEPT, both: 'name: No form, no commission\n' });
    const named = await run(['plan', '--without', 'No form, no commission,kept'], { cwd });
    expect(named).toMatchObject({ exit: 0, stderr: '' });
    expect(named).toEqual(await run(['plan', '--without', 'both,kept'], { cwd }));
  });

  test.each([
    [['--without', 'kep'], 'did you mean "kept"?'],
    [['--without', 'kept, nobody'], 'there is no process "nobody"'],
    [['--without', ','], '--without needs the ids of processes'],
    [['--without', 'old'], '"old" is retired: it is gone already'],
  ])('%j ends in 2 and says why', async (flags, why) => {
    const cwd = cwdWith({ kept: KEPT, old: 'name: Old\nstatus: retired\nretired: { on: 2026-01-01, why: x }\n' });
    const { exit, stderr } = await run(['plan', ...flags], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain(why);
  });
});
