import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Reason } from '../../src/judging/assess.js';
import { judge } from '../../src/judging/judge.js';
import { settingsFor } from '../../src/judging/settings.js';
import { loadProcesses } from '../../src/load/load-processes.js';
import type { Path } from '../../src/places/path.js';
import { type QuestionId, questionIds } from '../../src/questions/index.js';
import { salesProcessSchema } from '../../src/sales-process/schema.js';
import { english } from '../../src/wording/en/index.js';
import type { ReasonWords } from '../../src/wording/words/reasons.js';

/**
 * Every file below `cases/` is a test: `cases/<question>/<outcome>.<why-in-words>.yaml`. Two keys are only for this test: `x-as-of`
 * is the day of judging; `x-reasons` lists codes of reasons that must be given, or must not if a "!" precedes them. The place
 * and the words of every reason given are checked too.
 */
const CASES = fileURLToPath(new URL('../cases/', import.meta.url));
const AS_OF = '2026-07-01';
const OUTCOMES: readonly string[] = Object.keys(english.outcomes).filter((outcome) => outcome !== 'failed');
const CODES: readonly string[] = Object.keys(english.reasons).filter((code) => code !== 'question-failed');

/** Reasons about something the file doesn't mention at all, so there is no place in it to point at. */
const ABOUT_THE_WHOLE_FILE: readonly string[] = [
  'no-crm',
  'not-explained',
  'no-purpose',
  'no-beneficiaries',
  'no-feedback',
  'no-forecast',
];

interface Case {
  readonly file: string;
  readonly question: string;
  readonly outcome: string;
  readonly why: string;
  readonly asOf: string;
  readonly given: readonly string[];
  readonly notGiven: readonly string[];
}

const files = readdirSync(CASES, { recursive: true, withFileTypes: true })
  .filter((entry) => !entry.isDirectory())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(CASES.length).replaceAll('\\', '/'))
  .sort();
const cases = files.filter((file) => !isEvidence(file)).map(readCase);

test('every case is in the folder of a question and its name begins with an outcome', () => {
  const isCase = ({ file, question, outcome }: Case) =>
    /^[a-z]+\/[a-z-]+\.[a-z-]+\.yaml$/.test(file) &&
    (questionIds as readonly string[]).includes(question) &&
    OUTCOMES.includes(outcome);
  expect(cases.filter((one) => !isCase(one)).map(({ file }) => file)).toEqual([]);
});

test('every question has cases', () => {
  const withoutCases = questionIds.filter((id) => !cases.some(({ question }) => question === id));
  expect(withoutCases).toEqual([]);
});

test('every reason is given in some case', () => {
  const shown = new Set(cases.flatMap(({ given }) => given));
  expect(CODES.filter((code) => !shown.has(code))).toEqual([]);
});

test('no case names an unknown reason or an unknown x- key', () => {
  const named = cases.flatMap(({ given, notGiven }) => [...given, ...notGiven]);
  expect(named.filter((code) => !CODES.includes(code))).toEqual([]);
  const keys = cases.flatMap(({ file }) => Object.keys(readYaml(file)).filter((key) => key.startsWith('x-')));
  expect(keys.filter((key) => key !== 'x-as-of' && key !== 'x-reasons')).toEqual([]);
});

describe.each(questionIds)('%s', (id) => {
  for (const one of cases.filter(({ question }) => question === id)) {
    test(sentence(one), () => checkCase(one, id));
  }
});

async function checkCase({ file, outcome, asOf, given, notGiven }: Case, question: QuestionId): Promise<void> {
  const { processes, problems } = await loadProcesses([file], { cwd: CASES });
  expect(problems).toEqual([]);
  expect(processes).toHaveLength(1);
  const { assessments } = judge(processes[0]!, settingsFor(asOf));
  const assessment = assessments.find((one) => one.question === question)!;
  const codes = assessment.reasons.map(({ code }) => code);
  expect({
    outcome: assessment.outcome,
    missing: given.filter((code) => !codes.includes(code as never)),
    unwanted: notGiven.filter((code) => codes.includes(code as never)),
    wronglyPlaced: assessment.reasons.filter((reason) => !pointsRight(reason, readYaml(file))),
    incomplete: assessment.reasons.filter((reason) => !saysAll(reason)),
  }).toEqual({ outcome, missing: [], unwanted: [], wronglyPlaced: [], incomplete: [] });
}

/** Whether a reason points at something in the file or at a key it lacks; one about the whole file, at the file. */
function pointsRight({ code, path }: Reason, said: unknown): boolean {
  if (ABOUT_THE_WHOLE_FILE.includes(code)) return path.length === 0;
  const isLackingKey = path.length === 1 && String(path[0]) in salesProcessSchema.shape;
  return path.length > 0 && (isLackingKey || isThere(said, path));
}

function isThere(said: unknown, [key, ...rest]: Path): boolean {
  return key === undefined || (said instanceof Object && key in said && isThere(said[key as never], rest));
}

/** Whether all parameters of a reason's sentence and remedy are filled in. */
function saysAll({ code, params }: Reason): boolean {
  const { says, remedy } = english.reasons[code] as ReasonWords<unknown>;
  return ![says(params), remedy?.(params) ?? ''].some((text) => text.includes('undefined'));
}

function readCase(file: string): Case {
  const [question = '', name = ''] = file.split('/');
  const [outcome = '', why = ''] = name.split('.');
  const { 'x-as-of': asOf = AS_OF, 'x-reasons': reasons = [] } = readYaml(file);
  return {
    file,
    question,
    outcome,
    why,
    asOf,
    given: reasons.filter((code) => !code.startsWith('!')),
    notGiven: reasons.filter((code) => code.startsWith('!')).map((code) => code.slice(1)),
  };
}

function readYaml(file: string): { 'x-as-of'?: string; 'x-reasons'?: string[] } {
  return parse(readFileSync(CASES + file, 'utf8'));
}

/** A case may come with a text file that it names as evidence. */
function isEvidence(file: string): boolean {
  return file.endsWith('.md');
}

/** "feedback is partly: overdue by more than half a cadence" */
function sentence({ question, outcome, why }: Case): string {
  return `${question} is ${outcome.replace('-', ' ')}: ${why.replaceAll('-', ' ')}`;
}
