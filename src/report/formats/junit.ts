import { spotOf } from '../../places/spot.js';
import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedAssessment, ReportedProcess } from '../model.js';
import { forXml } from '../view/escape.js';
import { isFailing, type Result, resultsOf } from '../view/results.js';
import { verdictTitle } from '../view/verdict-title.js';
import type { Format } from './format.js';

/**
 * JUnit XML, valid under the schemas of Ant and of Jenkins: a suite a process, in it one test for the check and one for
 * each question. Only the check's own test fails, so that the counts agree with the exit code; what is waived, in the
 * baseline, undecided or not applicable is skipped with its reason.
 */
export const junit: Format = (report, options) => {
  const { words } = options;
  const results = resultsOf(report, words);
  const suites = [
    ...report.processes.map((one) => suiteOf(one, results, report.findings, words)),
    ...(report.problems.length > 0 ? [suiteOfProblems(report, words)] : []),
    ...suiteOfAll(results, words),
  ];
  const shown = options.isOnlyFailures ? suites.filter(({ cases }) => cases.some(({ end }) => isBad(end))) : suites;
  const lines = shown.map((suite, index) => writeSuite(suite, index, report.asOf));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${lines.join('')}</testsuites>\n`;
};

interface Case {
  readonly name: string;
  readonly end: 'passed' | 'skipped' | 'failure' | 'error';
  readonly type?: string;
  readonly message?: string;
  readonly text?: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly output: string;
}

function isBad(end: Case['end']): boolean {
  return end === 'failure' || end === 'error';
}

function suiteOf(one: ReportedProcess, results: readonly Result[], findings: Report['findings'], words: Words): Suite {
  const own = results.filter(({ process, kind }) => process === one.id && kind === 'fail');
  const output = [
    one.assessments.map(({ question, outcome }) => `${question}: ${words.outcomes[outcome]}`).join(', '),
    ...one.verdict.conditions.map(({ question, text }) => `${question}: ${text}`),
    ...findings.filter((finding) => finding.process === one.id).map(({ rule, text }) => `${rule}: ${text}`),
  ].join('\n');
  const questions = one.assessments.map((assessment) => caseOfQuestion(assessment, words));
  return { name: one.id, cases: [caseOfCheck(one, own, words), ...questions], output };
}

function caseOfCheck(one: ReportedProcess, own: readonly Result[], words: Words): Case {
  const { name, verdict, place, gate } = one;
  const about = { name: words.results.check(name) };
  if (gate.standing === 'passes') {
    if (verdict.name !== 'undecided') return { ...about, end: 'passed' };
    return { ...about, end: 'skipped', text: words.grammar.sentence(words.gate.undecided) };
  }
  const texts = own.map(({ text, place: at }) => `${spotOf(at)}  ${text}`);
  const letThrough = own[0]?.letThrough;
  if (letThrough) return { ...about, end: 'skipped', text: [letThrough.text, ...texts].join('\n') };
  const said = verdict.rules.flatMap(({ because }) =>
    because.map((ground) => `${ground.question}: ${ground.text}\n  ${spotOf(ground.place)}`),
  );
  return {
    ...about,
    end: 'failure',
    type: own[0]!.rule,
    message: `${verdictTitle(one, words)}: ${own[0]!.text}`,
    text: [spotOf(place), ...texts, ...(verdict.name === 'eliminate' ? new Set(said) : [])].join('\n'),
  };
}

function caseOfQuestion({ number, title, outcome, reasons, question }: ReportedAssessment, { outcomes }: Words): Case {
  const name = `${number} ${title}`;
  if (outcome === 'failed') {
    const text = String(reasons[0]?.params['message'] ?? '');
    return { name, end: 'error', type: 'question-failed', message: reasons[0]?.text ?? question, text };
  }
  if (outcome === 'unknown' || outcome === 'not-applicable') return { name, end: 'skipped', text: outcomes[outcome] };
  return { name, end: 'passed' };
}

function suiteOfProblems({ problems }: Report, { results }: Words): Suite {
  const cases = problems.map(({ code, message, hint, place }): Case => {
    return { name: spotOf(place), end: 'error', type: code, message, text: hint ?? message };
  });
  return { name: results.suites.input, cases, output: '' };
}

function suiteOfAll(results: readonly Result[], words: Words): Suite[] {
  const cases = results
    .filter(({ process }) => process === null)
    .map((result): Case => {
      const { rule, text } = result;
      return isFailing(result)
        ? { name: rule, end: 'failure', type: rule, message: text, text }
        : { name: rule, end: 'passed' };
    });
  return cases.length > 0 ? [{ name: words.results.suites.all, cases, output: '' }] : [];
}

function writeSuite({ name, cases, output }: Suite, index: number, asOf: string): string {
  const count = (end: Case['end']) => cases.filter((one) => one.end === end).length;
  const attributes = {
    name,
    package: 'audit',
    id: index,
    timestamp: `${asOf}T00:00:00`,
    hostname: 'localhost',
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
  };
  return [
    `  <testsuite${writeAttributes(attributes)}>`,
    `    <properties><property${writeAttributes({ name: 'as-of', value: asOf })}/></properties>`,
    ...cases.map((one) => writeCase(one, name)),
    `    <system-out>${forXml(output)}</system-out>`,
    '    <system-err/>',
    '  </testsuite>\n',
  ].join('\n');
}

function writeCase({ name, end, type, message, text = '' }: Case, suite: string): string {
  const open = `    <testcase${writeAttributes({ name, classname: suite, time: 0 })}`;
  if (end === 'passed') return `${open}/>`;
  const told = end === 'skipped' ? '' : writeAttributes({ message: message ?? '', type: type ?? '' });
  return `${open}>\n      <${end}${told}>${forXml(text)}</${end}>\n    </testcase>`;
}

/** Names are tokens in the schema: no line breaks, no blanks in a row. */
function writeAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${forXml(String(value).replace(/\s+/g, ' ').trim())}"`)
    .join('');
}
