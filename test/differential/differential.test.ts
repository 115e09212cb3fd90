import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { folderWith, run } from '../support/fake-io.js';
import type { Batch } from './generate.js';
import { EVIDENCE, generate } from './generate.js';
import type { Assessment, Judgement, Process, Question, Verdict } from './model.js';
import { judge, QUESTIONS } from './model.js';

// AUDIT_DIFFERENTIAL=20000 compares so many processes, AUDIT_DIFFERENTIAL_SEED=7 others.
const PROCESSES = Number(process.env['AUDIT_DIFFERENTIAL'] ?? 1000);
const SEED = Number(process.env['AUDIT_DIFFERENTIAL_SEED'] ?? 20_260_701);
const PROCESSES_PER_BATCH = 100;
/** Disagreements that are described; the rest is counted. */
const EXAMPLES = 5;

test(
  'a model written from the documentation alone comes to the same outcomes, scores, verdicts and exit codes',
  async () => {
    const described = new Map<string, string>();
    let count = 0;
    for (const batch of generate(SEED, Math.ceil(PROCESSES / PROCESSES_PER_BATCH), PROCESSES_PER_BATCH)) {
      const tool = await judgedByTool(batch);
      for (const id of batch.processes.keys()) {
        const [aspect] = differingAspects(judgedByModel(id, batch), tool.get(id));
        if (aspect === undefined) continue;
        count += 1;
        if (described.has(aspect) || described.size === EXAMPLES) continue;
        described.set(aspect, await describe(id, await shrink(id, aspect, batch)));
      }
    }
    expect([...described.values()].join('\n\n'), `${count} of ${PROCESSES} differ`).toBe('');
  },
  60 * 60_000,
);

test(
  'audit check of a single process ends as the model says',
  async () => {
    const ends = { 0: 0, 1: 0, 2: 0 };
    for (const batch of generate(SEED + 1, Math.ceil(PROCESSES / 100), 5)) {
      const cwd = write(batch);
      for (const id of batch.processes.keys()) {
        const expected = judgedByModel(id, batch)?.exit;
        // One that is retired: nothing is judged, and that ends in 2 whatever the process.
        if (expected === undefined) continue;
        const argv = ['check', `processes/${id}.yaml`, '--as-of', batch.day, '--quiet'];
        const { exit, stderr } = await run(argv, { cwd });
        expect(exit, `${text(id, batch)}\n${stderr}`).toBe(expected);
        ends[expected] += 1;
      }
    }
    expect(Object.values(ends).every((times) => times > 0)).toBe(true);
  },
  60 * 60_000,
);

function judgedByModel(id: string, { day, configuration, processes }: Batch): Judgement | undefined {
  const canBeLookedAt = (evidence: string): boolean => EVIDENCE[evidence]!;
  return judge(id, processes.get(id)!, { day, configuration, canBeLookedAt });
}

/** The parts of a report that are compared. */
interface Report {
  readonly processes: readonly {
    readonly id: string;
    readonly verdict: Omit<Verdict, 'rules' | 'conditions' | 'toAsk'> & {
      readonly rules: readonly { readonly rule: Verdict['rules'][number] }[];
      readonly conditions: readonly { readonly question: Question }[];
      readonly toAsk: readonly { readonly question: Question }[];
    };
    readonly assessments: readonly (Omit<Assessment, 'support'> & {
      readonly question: Question;
      readonly evidence: Assessment['support'];
    })[];
    readonly gate: { readonly standing: string };
  }[];
  readonly retired: readonly { readonly id: string }[];
  readonly waivers: readonly { readonly process: string; readonly state: string }[];
  readonly problems: readonly { readonly code: string }[];
}

async function judgedByTool(batch: Batch): Promise<ReadonlyMap<string, Judgement>> {
  const cwd = write(batch);
  const { stdout } = await run(['processes', '-f', 'json', '--as-of', batch.day], { cwd });
  rmSync(join(cwd, '..'), { recursive: true });
  const report = JSON.parse(stdout) as Report;
  expect(report.processes.length + report.retired.length).toBe(batch.processes.size);
  expect(report.problems.filter(({ code }) => code !== 'invalid-waiver')).toEqual([]);
  const withBadWaiver = new Set(
    report.waivers.filter(({ state }) => state === 'too-long').map(({ process }) => process),
  );
  return new Map(
    report.processes.map(({ id, verdict, assessments, gate }): [string, Judgement] => [
      id,
      {
        assessments: Object.fromEntries(
          assessments.map(({ question, outcome, claimed, evidence }) => [
            question,
            { outcome, claimed, support: evidence },
          ]),
        ) as Judgement['assessments'],
        verdict: {
          ...verdict,
          rules: verdict.rules.map(({ rule }) => rule),
          conditions: verdict.conditions.map(({ question }) => question),
          toAsk: verdict.toAsk.map(({ question }) => question),
        },
        exit: withBadWaiver.has(id) ? 2 : gate.standing === 'fails' ? 1 : 0,
      },
    ]),
  );
}

/** Writes the files of a batch, and what they refer to; the folder to run in. */
function write({ configuration, processes }: Batch): string {
  const cwd = join(folderWith({ 'outside.md': 'Nobody looks here.' }), 'work');
  mkdirSync(join(cwd, 'processes', 'evidence'), { recursive: true });
  writeFileSync(join(cwd, 'processes', 'evidence', 'note.md'), 'A note.');
  writeFileSync(join(cwd, 'audit.config.yaml'), stringify(configuration));
  for (const [id, one] of processes) {
    // Every fourth as JSON, which is YAML too.
    writeFileSync(join(cwd, 'processes', `${id}.yaml`), id.endsWith('4') ? JSON.stringify(one) : stringify(one));
  }
  return cwd;
}

/** In what the two do not agree. */
function differingAspects(model: Judgement | undefined, tool: Judgement | undefined): string[] {
  const [ofModel, ofTool] = [aspectsOf(model), aspectsOf(tool)];
  return Object.keys({ ...ofModel, ...ofTool }).filter((aspect) => ofModel[aspect] !== ofTool[aspect]);
}

function aspectsOf(judgement: Judgement | undefined): Record<string, string> {
  if (judgement === undefined) return { 'is judged': 'no' };
  const { assessments, verdict, exit } = judgement;
  const { name, score, rules, isKeptByMandate, conditions, toAsk } = verdict;
  return {
    ...Object.fromEntries(QUESTIONS.map((question) => [question, assessments[question].outcome])),
    ...Object.fromEntries(QUESTIONS.map((question) => [`${question} claimed`, `${assessments[question].claimed}`])),
    ...Object.fromEntries(QUESTIONS.map((question) => [`${question} supported`, `${assessments[question].support}`])),
    'is judged': 'yes',
    score: score === null ? 'none' : `${rounded(score.low)} to ${rounded(score.high)}`,
    verdict: name,
    rules: rules.toSorted().join(' '),
    'kept by mandate': `${isKeptByMandate}`,
    conditions: conditions.toSorted().join(' '),
    'to ask': toAsk.toSorted().join(' '),
    exit: `${exit}`,
  };
}

/** To six places; 13.8671875 and 13.867187499999998 are the same. */
function rounded(score: number): string {
  return (score + 1e-9).toFixed(6);
}

/** The smallest process and configuration in whose judgement the two still differ in that aspect. */
async function shrink(id: string, aspect: string, { day, configuration, processes }: Batch): Promise<Batch> {
  const differs = async (batch: Batch): Promise<boolean> => {
    // What is no process or configuration any more tells nothing.
    const tool = await judgedByTool(batch).catch(() => undefined);
    return tool !== undefined && differingAspects(judgedByModel(id, batch), tool.get(id)).includes(aspect);
  };
  const alone = (ofAll: Batch['configuration'], one: Process): Batch => ({
    day,
    configuration: ofAll,
    processes: new Map([[id, one]]),
  });
  let smallest = alone(configuration, processes.get(id)!);
  for (;;) {
    const one = smallest.processes.get(id)!;
    const candidates = [
      ...smallerOnes(smallest.configuration).map((smaller) => alone(smaller as Batch['configuration'], one)),
      ...smallerOnes(one).map((smaller) => alone(smallest.configuration, smaller as Process)),
    ];
    let next: Batch | undefined;
    for (const candidate of candidates) {
      if (next === undefined && (await differs(candidate))) next = candidate;
    }
    if (next === undefined) return smallest;
    smallest = next;
  }
}

/** The same value with one thing less. */
function smallerOnes(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => [
      value.toSpliced(index, 1),
      ...smallerOnes(entry).map((smaller) => value.with(index, smaller)),
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    return [rest, ...smallerOnes(entry).map((smaller) => ({ ...value, [key]: smaller }))];
  });
}

async function describe(id: string, batch: Batch): Promise<string> {
  const model = judgedByModel(id, batch);
  const tool = (await judgedByTool(batch)).get(id);
  const lines = differingAspects(model, tool).map(
    (aspect) => `${aspect}: the model says ${aspectsOf(model)[aspect]}, the tool ${aspectsOf(tool)[aspect]}`,
  );
  return [text(id, batch), ...lines, `model: ${JSON.stringify(model)}`, `tool:  ${JSON.stringify(tool)}`].join('\n');
}

function text(id: string, { day, configuration, processes }: Batch): string {
  const file = stringify(processes.get(id)).trimEnd();
  return `# ${id} on ${day}, configuration: ${JSON.stringify(configuration)}\n${file}`;
}
