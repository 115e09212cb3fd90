import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type JudgedProcess, judge } from '../src/judging/judge.js';
import { settingsFor } from '../src/judging/settings.js';
import { loadProcesses } from '../src/load/load-processes.js';

/**
 * Fifteen processes of real companies, each with the answers and the verdicts of two readers (`x-verdicts`). The rules
 * that eliminate were chosen on these very judgements, among others, so how often we agree with the
 * readers is a fit, no test, and nothing to quote as accuracy. What this file guards is that no verdict moves unseen.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** In the readers' words; fixes are our conditions. */
type Judgement = 'keep' | 'keep-with-fixes' | 'eliminate' | 'undecided';

const READERS = ['reader-a', 'reader-b'] as const;

/** What we say today, with the score from its lowest to its highest. */
const OURS: Readonly<Record<string, readonly [Judgement, number, number]>> = {
  '18f-partner-tracking': ['keep-with-fixes', 61, 61],
  'fleet-order-form-approval': ['eliminate', 24, 24],
  'fleet-pipeline-review': ['keep-with-fixes', 36, 44],
  'gitlab-deal-desk-csat': ['keep-with-fixes', 50, 50],
  'gitlab-early-stage-auto-close': ['eliminate', 32, 32],
  'gitlab-qbr-ask-intake': ['keep-with-fixes', 93, 93],
  'gitlab-red-green': ['keep-with-fixes', 48, 48],
  'gitlab-required-7': ['keep-with-fixes', 36, 36],
  'gitlab-smb-activity-logging': ['eliminate', 7, 7],
  'gitlab-stage-gates': ['keep-with-fixes', 42, 42],
  'mattermost-weekly-forecast-call': ['keep-with-fixes', 84, 84],
  'posthog-closed-won-automation': ['keep-with-fixes', 87, 87],
  'posthog-discount-rules': ['keep-with-fixes', 67, 67],
  'sourcegraph-opportunity-taxonomy': ['eliminate', 0, 9],
  'sourcegraph-weekly-forecast': ['keep-with-fixes', 41, 41],
};

/** Where we keep and a reader eliminates, or the other way round. Nothing was bent to make one go away. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  'fleet-order-form-approval': 'both say no to value and partly to necessity, and would keep it with one approver',
  'gitlab-early-stage-auto-close': 'strategy is no to A and partly to B: the lower counts, and eliminates by itself',
};

/** Where a reader keeps it as it is and we ask for something first. */
const ONLY_CONDITIONS: Readonly<Record<string, string>> = {
  '18f-partner-tracking': 'no salesperson is named who gains, no user of what is asked for, no day of explanation',
  'gitlab-qbr-ask-intake': 'one condition: no day is on record on which it was explained',
  'mattermost-weekly-forecast-call': 'leadership and managers are named as those who gain, and no day of explanation',
  'posthog-closed-won-automation': 'no day of explanation, and to reader A it helps to win only in part',
  'posthog-discount-rules': 'quota credit is at stake, no feedback is stated, and nobody who uses the written intent',
};

const AGREEMENT = {
  'reader-a': { keepOrEliminate: 13, conditionsToo: 8 },
  'reader-b': { keepOrEliminate: 13, conditionsToo: 8 },
};

interface Row {
  readonly id: string;
  readonly ours: Judgement;
  readonly score: readonly [low: number, high: number];
  readonly readers: Readonly<Record<(typeof READERS)[number], Judgement>>;
}

let rows: readonly Row[] = [];

beforeAll(async () => {
  const { processes, problems } = await loadProcesses(['real'], { cwd: HERE });
  expect(problems).toEqual([]);
  rows = processes.map((one) => toRow(judge(one, settingsFor('2026-07-01'))));
  console.log(table());
});

test('every real process has the verdict and the score it had', () => {
  const judged = Object.fromEntries(rows.map(({ id, ours, score }) => [id, [ours, ...score]]));
  expect(judged).toEqual(OURS);
});

test('we and the readers agree as often on keep or eliminate as we did, and disagree where we did', () => {
  expect(Object.fromEntries(READERS.map((reader) => [reader, agreementWith(reader)]))).toEqual(AGREEMENT);
  expect(idsOf(({ ours, readers }) => READERS.some((reader) => isKept(ours) !== isKept(readers[reader])))).toEqual(
    Object.keys(DISAGREEMENTS),
  );
});

test('where we only ask for conditions that a reader does not, we did so before', () => {
  const isStricter = ({ ours, readers }: Row) => READERS.some((reader) => ours !== readers[reader]);
  expect(idsOf(isStricter).filter((id) => !(id in DISAGREEMENTS))).toEqual(Object.keys(ONLY_CONDITIONS));
});

function toRow({ file, salesProcess: { id }, verdict }: JudgedProcess): Row {
  const { low = Number.NaN, high = Number.NaN } = verdict.score ?? {};
  const ours = verdict.name === 'keep' && verdict.conditions.length > 0 ? 'keep-with-fixes' : verdict.name;
  return { id, ours, score: [Math.round(low), Math.round(high)], readers: readersOf(file) };
}

function readersOf(file: string): Row['readers'] {
  return parse(readFileSync(HERE + file, 'utf8'))['x-verdicts'];
}

function agreementWith(reader: (typeof READERS)[number]): { keepOrEliminate: number; conditionsToo: number } {
  return {
    keepOrEliminate: rows.filter((row) => isKept(row.ours) === isKept(row.readers[reader])).length,
    conditionsToo: rows.filter((row) => row.ours === row.readers[reader]).length,
  };
}

/** `undefined` for undecided, which agrees with nobody. */
function isKept(judgement: Judgement): boolean | undefined {
  return judgement === 'undecided' ? undefined : judgement !== 'eliminate';
}

function idsOf(holds: (row: Row) => boolean): string[] {
  return rows.filter(holds).map(({ id }) => id);
}

function table(): string {
  const lines = rows.map(({ id, ours, readers }) => [id, ours, ...READERS.map((reader) => readers[reader])]);
  const totals = READERS.map((reader) => {
    const { keepOrEliminate, conditionsToo } = agreementWith(reader);
    return `${reader}: ${keepOrEliminate} of ${rows.length} on keep or eliminate, ${conditionsToo} on conditions too`;
  });
  const head = ['process', 'ours', 'A', 'B'];
  const cells = [head, ...lines].map((line) =>
    line
      .map((cell, at) => cell.padEnd(at === 0 ? 34 : 17))
      .join('')
      .trimEnd(),
  );
  return [...cells, ...totals, 'The rules were chosen on these judgements: a fit, no accuracy.'].join('\n');
}
