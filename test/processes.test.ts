import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { auditFiles } from '../src/audit/audit-files.js';
import { RULES } from '../src/judging/verdict.js';
import { publishedSchema } from '../src/library/schemas.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(join(root, 'processes')).filter((name) => name.endsWith('.yaml'));

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const isValid = ajv.compile(publishedSchema('process'));

/** The verdict that a file's second line states, and for eliminate the rule. */
function believed(text: string): { verdict: string; rule: string | undefined } {
  const stated = /^# Verdict we believe: ([a-z ]+?)(?: \(([a-z-]+)\))?$/m.exec(text);
  if (!stated) throw new Error('the file does not state the verdict we believe');
  return { verdict: stated[1]!, rule: stated[2] };
}

describe.each(files)('%s', (name) => {
  const text = readFileSync(join(root, 'processes', name), 'utf8');

  test('begins with the line that makes editors complete and check it', () => {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../dist/schema/process.json');
  });

  test('is valid for an editor as it is for the tool', () => {
    for (const document of parseAllDocuments(text)) expect(isValid(document.toJS()) || isValid.errors).toBe(true);
  });

  // Verdicts must not rot: dated feedback that goes overdue may add a condition, and nothing else may move.
  test.each(['2026-11-23', '2028-11-23'])('comes to the verdict we believe, on %s', async (asOf) => {
    const { report } = await auditFiles([join('processes', name)], { asOf, cwd: root });
    expect(report.problems).toEqual([]);
    const { verdict, rule } = believed(text);
    const [one] = report.processes;
    if (!one) return expect([verdict, report.retired.length]).toEqual(['retired', 1]);
    const hasConditions = one.verdict.conditions.length > 0;
    const found = one.verdict.name === 'keep' && hasConditions ? 'keep with conditions' : one.verdict.name;
    if (verdict === 'keep' && asOf === '2028-11-23') expect(one.verdict.name).toBe('keep');
    else expect(found).toBe(verdict);
    if (verdict === 'eliminate') expect(one.verdict.rules[0]?.rule).toBe(rule);
  });
});

test('all verdicts, all rules, a duty, a trial and a retired process occur', async () => {
  const { report } = await auditFiles(['processes'], { asOf: '2026-11-23', cwd: root });
  const { totals, processes, retired } = report;
  for (const count of [totals.eliminate, totals.undecided, totals.keepWithConditions]) expect(count).toBeGreaterThan(2);
  expect(totals.keep - totals.keepWithConditions).toBeGreaterThan(2);
  expect(retired.length).toBeGreaterThan(0);
  const eliminatedBy = processes
    .filter(({ verdict }) => verdict.name === 'eliminate')
    .map(({ verdict }) => verdict.rules[0]!.rule);
  expect([...new Set(eliminatedBy)].sort()).toEqual([...RULES].sort());
  expect(processes.some(({ verdict }) => verdict.isKeptByMandate)).toBe(true);
  expect(processes.some(({ status }) => status === 'trial')).toBe(true);
});
