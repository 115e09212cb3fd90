import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { folderWith, run } from '../support/fake-io.js';
import type { Batch } from './generate.js';
import { EVIDENCE_FILES, generate } from './generate.js';
import type { Judgement, ProcessFile, Question } from './model.js';
import { judge, QUESTIONS } from './model.js';

// AUDIT_DIFFERENTIAL=20000 compares so many processes, AUDIT_DIFFERENTIAL_SEED=7 others.
const PROCESSES = Number(process.env['AUDIT_DIFFERENTIAL'] ?? 1000);
const SEED = Number(process.env['AUDIT_DIFFERENTIAL_SEED'] ?? 20_260_701);
const FILES_PER_BATCH = 50;

test(
  'a model written from the documentation alone comes to the same outcomes, scores, verdicts, rules and exit codes',
  async () => {
    const disagreements: string[] = [];
    let count = 0;
    const seen = new Map<string, number>();
    for (const batch of generate(SEED, Math.ceil(PROCESSES / FILES_PER_BATCH), FILES_PER_BATCH)) {
      const differing = (await judgedByTool(batch)).flatMap((actual, index) => {
        const file = batch.files[index]!;
        return isSame(judgedByModel(file, batch), actual) ? [] : [file];
      });
      count += differing.length;
      for (const file of differing) {
        const [tool] = await judgedByTool({ ...batch, files: [file] });
        const aspect = differences(judgedByModel(file, batch), tool!)[0]!.replace(/-.*/, '');
        if ((seen.get(aspect) ?? 0) >= 1) continue;
        seen.set(aspect, 1 + (seen.get(aspect) ?? 0));
        disagreements.push(await describe(await shrink(file, batch), batch));
      }
    }
    expect(disagreements.join('\n\n'), `${count} of ${PROCESSES} differ`).toBe('');
  },
  10 * 60_000,
);

function judgedByModel(file: ProcessFile, { day, configuration }: Batch): Judgement {
  const canBeLookedAt = (evidence: string): boolean =>
    evidence.startsWith('https://') || EVIDENCE_FILES.includes(evidence);
  return judge(file, { day, configuration, canBeLookedAt });
}

interface Report {
  readonly processes: readonly {
    readonly id: string;
    readonly verdict: {
      readonly name: Judgement['verdict'];
      readonly score: Judgement['score'];
      readonly rules: readonly { readonly rule: Judgement['rules'][number] }[];
      readonly toAsk: readonly { readonly question: Question }[];
    };
    readonly assessments: readonly { readonly question: Question; readonly outcome: Judgement['outcomes'][Question] }[];
    readonly gate: { readonly standing: string };
  }[];
  readonly problems: readonly { readonly place: { readonly file: string }; readonly message: string }[];
}

async function judgedByTool({ day, configuration, files }: Batch): Promise<Judgement[]> {
  const cwd = folderWith({ 'audit.config.yaml': stringify(configuration), 'outside.md': 'not beside the processes' });
  mkdirSync(join(cwd, 'processes'));
  for (const path of EVIDENCE_FILES) {
    mkdirSync(join(cwd, 'processes', path, '..'), { recursive: true });
    writeFileSync(join(cwd, 'processes', path), 'evidence');
  }
  for (const [index, file] of files.entries()) {
    writeFileSync(join(cwd, 'processes', `p-${index}.yaml`), stringify(file));
  }
  const { exit, stdout, stderr } = await run(['check', 'processes', '-f', 'json', '--as-of', day], { cwd });
  if (exit > 2) throw new Error(stderr);
  const { processes, problems } = JSON.parse(stdout) as Report;
  if (processes.length !== files.length) throw new Error(stderr);
  const byId = new Map(processes.map((entry) => [entry.id, entry]));
  const withProblems = new Set(problems.map(({ place }) => place.file));
  return files.map((_, index) => {
    const { verdict, assessments, gate } = byId.get(`p-${index}`)!;
    return {
      outcomes: Object.fromEntries(
        assessments.map(({ question, outcome }) => [question, outcome]),
      ) as Judgement['outcomes'],
      score: verdict.score,
      verdict: verdict.name,
      rules: verdict.rules.map(({ rule }) => rule),
      toAsk: verdict.toAsk.map(({ question }) => question).sort(),
      exit: withProblems.has(`processes/p-${index}.yaml`) ? 2 : gate.standing === 'fails' ? 1 : 0,
    };
  });
}

function isSame(a: Judgement, b: Judgement): boolean {
  return differences(a, b).length === 0;
}

function differences(model: Judgement, tool: Judgement): string[] {
  const lines = [
    ...QUESTIONS.map((question) => [question, model.outcomes[question], tool.outcomes[question]]),
    ['score', scoreText(model.score), scoreText(tool.score)],
    ['verdict', model.verdict, tool.verdict],
    ['rules', [...model.rules].sort().join(), [...tool.rules].sort().join()],
    ['asks', model.toAsk.join(), tool.toAsk.join()],
    ['exit', String(model.exit), String(tool.exit)],
  ];
  return lines.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what}: model ${a}, tool ${b}`);
}

function scoreText(score: Judgement['score']): string {
  return score === null ? 'none' : `${score.low.toFixed(6)}-${score.high.toFixed(6)}`;
}

/** The smallest process that still differs in the same respects. */
async function shrink(file: ProcessFile, batch: Batch): Promise<ProcessFile> {
  const whatDiffers = async (candidate: ProcessFile): Promise<string> => {
    const [tool] = await judgedByTool({ ...batch, files: [candidate] });
    return differences(judgedByModel(candidate, batch), tool!)
      .map((line) => line.split(':')[0])
      .join();
  };
  const wanted = (await whatDiffers(file)).split(',')[0]!;
  let smallest = file;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of smallerOnes(smallest) as ProcessFile[]) {
      const found = await whatDiffers(candidate).catch(() => '');
      if (!found.split(',').includes(wanted)) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
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

async function describe(file: ProcessFile, batch: Batch): Promise<string> {
  const [tool] = await judgedByTool({ ...batch, files: [file] });
  const model = judgedByModel(file, batch);
  return [
    `--- on ${batch.day} with ${JSON.stringify(batch.configuration)}`,
    stringify(file).trimEnd(),
    ...differences(model, tool!),
    `model: ${JSON.stringify(model)}`,
    `tool:  ${JSON.stringify(tool)}`,
  ].join('\n');
}
