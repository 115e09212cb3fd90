import { dirname, resolve } from 'node:path';
import { slashed } from '../files/paths.js';
import { decode } from '../files/read-text.js';
import type { JudgedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import { isEvidence } from '../load/evidence.js';
import { toProblems } from '../load/to-problems.js';
import { placeOf } from '../places/places.js';
import { type Problem, problem, type SheetFault, startOf } from '../problem.js';
import type { QuestionId } from '../questions/index.js';
import { validate } from '../schema/validate.js';
import { suggest } from '../util/suggest.js';
import type { InterviewWords } from '../wording/words/interview.js';
import { parseText } from '../yaml/parse.js';
import { unknownRole } from './agenda.js';
import type { Given } from './session.js';
import { type Sheet, sheetSchema } from './sheet-schema.js';
import { writeAnswers } from './write-answers.js';

/** The result for one sheet. */
export type Taken =
  | { readonly given: readonly Given[] }
  | {
      readonly problems: readonly Problem[];
      /** Files that hold its answers nevertheless, because they could not be restored. */
      readonly kept?: readonly string[];
    };

export interface SheetContext {
  readonly judged: readonly JudgedProcess[];
  readonly cwd: string;
  /** Their as-of day is the day of a sheet that states none. */
  readonly settings: Settings;
  /** In the language in which sheets are printed. */
  readonly words: InterviewWords;
}

/** Takes in the sheets of one file. Each is written completely or, if it has a problem, not at all. */
export async function takeSheets(file: string, bytes: Buffer, context: SheetContext): Promise<Taken[]> {
  const decoded = decode(bytes, file);
  if ('problem' in decoded) return [{ problems: [decoded.problem] }];
  const { text } = decoded;
  const start = startOf(file);
  if (text.startsWith(`# ${context.words.sheet.title}\n`))
    return [{ problems: [problem(start, { key: 'markdown-sheet' })] }];
  const { documents, faults } = parseText(text);
  const taken: Taken[] = faults.map(({ line, column, fault }) => ({
    problems: [problem({ file, line, column }, fault)],
  }));
  if (taken.length === 0 && documents.length === 0) taken.push({ problems: [problem(start, { key: 'no-sheet' })] });
  for (const { value, places } of documents) {
    const validated = validate(sheetSchema, withPlainAnswers(value));
    if ('issues' in validated) taken.push({ problems: toProblems(validated.issues, file, places) });
    else taken.push(await takeSheet(validated.value, (path, part) => placeOf(file, places, path, part), text, context));
  }
  return taken;
}

type At = (path: readonly (string | number)[], part?: 'key' | 'value') => Problem['place'];

async function takeSheet(sheet: Sheet, at: At, text: string, context: SheetContext): Promise<Taken> {
  const { judged: all, settings } = context;
  const given: Given[] = [];
  const problems: Problem[] = checkHead(sheet, at, context);
  const byId = new Map(all.map((one) => [one.salesProcess.id, one]));
  for (const [id, answers] of Object.entries(sheet.answers)) {
    const judged = byId.get(id);
    if (!judged) {
      problems.push(problem(at(['answers', id], 'key'), unknownProcess(id, [...byId.keys()])));
      continue;
    }
    for (const [question, said] of Object.entries(answers ?? {})) {
      if (said?.answer === undefined || said.answer === null) {
        if (said?.why?.trim())
          problems.push(problem(at(['answers', id, question, 'why']), { key: 'why-without-answer' }));
        continue;
      }
      const folder = dirname(resolve(context.cwd, judged.file));
      for (const [index, evidence] of (said.evidence ?? []).entries()) {
        if (isEvidence(evidence, folder, context)) continue;
        const place = at(['answers', id, question, 'evidence', index]);
        problems.push(problem(place, { key: 'no-evidence', evidence, from: slashed(folder) }));
      }
      const whyAt = at(['answers', id, question, 'why']);
      if (said.why && isCutOff(text, whyAt)) problems.push(problem(whyAt, { key: 'cut-off-why' }));
      given.push({ process: id, question: question as QuestionId, voice: toVoice(sheet, said, settings.asOf) });
    }
  }
  const answersAt = at(['answers'], 'key');
  if (given.length === 0 && problems.length === 0) problems.push(problem(answersAt, { key: 'no-answer' }));
  if (problems.length > 0) return { problems };
  const refused = await writeAnswers(given, byId, context.cwd);
  if (!refused) return { given };
  return { problems: [problem(answersAt, { key: 'sheet-not-saved', ...refused })], kept: refused.kept };
}

function unknownProcess(id: string, known: readonly string[]): SheetFault {
  const meant = suggest(id, known);
  return { key: 'unknown-process', id, ...(meant !== undefined && { meant }) };
}

/** Checks that the role is known and that the day is not in the future. */
function checkHead({ role, on }: Sheet, at: At, { judged, settings }: SheetContext): Problem[] {
  const problems: Problem[] = [];
  const fault = unknownRole(role, judged, settings);
  if (fault) problems.push(problem(at(['role']), fault));
  if (on && on > settings.asOf) problems.push(problem(at(['on']), { key: 'future-day', on, asOf: settings.asOf }));
  return problems;
}

/** Whether a reason without quotes contains " #", after which YAML takes the rest for a comment. */
function isCutOff(text: string, { line, column }: Problem['place']): boolean {
  const reason = (text.split('\n')[line - 1] ?? '').slice(column - 1);
  return !/^["'|>]/.test(reason) && /\s#/.test(reason);
}

/** Accepts Yes and NO for yes and no. */
function withPlainAnswers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'answer' && typeof inner === 'string' ? inner.trim().toLowerCase() : withPlainAnswers(inner),
  ]);
  return Object.fromEntries(entries);
}

type Said = NonNullable<NonNullable<Sheet['answers'][string]>[QuestionId]>;

function toVoice(sheet: Sheet, { answer, why, evidence }: Said, asOf: string): Given['voice'] {
  const reason = why?.trim();
  return {
    answer: typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer!,
    ...(reason && { why: reason }),
    ...(evidence?.length && { evidence }),
    by: sheet.role,
    ...(sheet.who && { who: sheet.who }),
    on: sheet.on ?? asOf,
  };
}
