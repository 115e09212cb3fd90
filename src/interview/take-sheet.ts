import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Change, changeFile } from '../files/edit-file.js';
import { slashed } from '../files/paths.js';
import { decode } from '../files/read-text.js';
import type { JudgedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import { defaultIdOf } from '../load/default-id.js';
import { isEvidence } from '../load/evidence.js';
import { toProblems } from '../load/to-problems.js';
import { placeOf } from '../places/places.js';
import { type Problem, problem } from '../problem.js';
import type { QuestionId } from '../questions/index.js';
import { validate } from '../schema/validate.js';
import { suggest } from '../util/suggest.js';
import { english } from '../wording/en/index.js';
import { parseText } from '../yaml/parse.js';
import { hintForUnknownRole } from './agenda.js';
import { addVoice } from './insert-voice.js';
import type { Given } from './session.js';
import { type Sheet, sheetSchema } from './sheet-schema.js';

/** What became of one sheet. */
export type Taken =
  | { readonly given: readonly Given[] }
  | {
      readonly problems: readonly Problem[];
      /** Files that hold its answers all the same, because the disk refused to take them back. */
      readonly kept?: readonly string[];
    };

export interface SheetContext {
  readonly judged: readonly JudgedProcess[];
  readonly cwd: string;
  /** Its as-of day is the day of a sheet that states none. */
  readonly settings: Settings;
}

/** Takes in the sheets of one file, each all or nothing. Nothing is written for a sheet with a problem. */
export async function takeSheets(file: string, bytes: Buffer, context: SheetContext): Promise<Taken[]> {
  const decoded = decode(bytes, file);
  if ('problem' in decoded) return [{ problems: [decoded.problem] }];
  if (decoded.text.startsWith('# Answer sheet\n')) {
    const hint = 'print a YAML sheet with "audit ask --print", and fill that';
    return [
      {
        problems: [
          problem(
            'invalid-value',
            { file, line: 1, column: 1 },
            'a Markdown sheet is for people; it cannot be taken in',
            hint,
          ),
        ],
      },
    ];
  }
  const { documents, faults } = parseText(decoded.text);
  const taken: Taken[] = faults.map(({ line, column, message, hint }) => ({
    problems: [problem('yaml', { file, line, column }, message, hint)],
  }));
  if (taken.length === 0 && documents.length === 0) {
    taken.push({
      problems: [
        problem(
          'empty',
          { file, line: 1, column: 1 },
          'the file holds no sheet',
          'print one with "audit ask --print --format yaml"',
        ),
      ],
    });
  }
  for (const { value, places } of documents) {
    const validated = validate(sheetSchema, withPlainAnswers(value));
    if ('issues' in validated) taken.push({ problems: toProblems(validated.issues, file, places) });
    else
      taken.push(
        await takeSheet(validated.value, (path, part) => placeOf(file, places, path, part), decoded.text, context),
      );
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
      const meant = suggest(id, [...byId.keys()]);
      problems.push(
        problem(
          'invalid-value',
          at(['answers', id], 'key'),
          `there is no process "${id}"`,
          meant && `did you mean "${meant}"?`,
        ),
      );
      continue;
    }
    for (const [question, said] of Object.entries(answers ?? {})) {
      if (said?.answer === undefined || said.answer === null) {
        if (said?.why?.trim())
          problems.push(
            problem(
              'missing-key',
              at(['answers', id, question, 'why']),
              'a reason without an answer',
              'write the answer too, or empty the why',
            ),
          );
        continue;
      }
      const evidence = said.evidence ?? [];
      const folder = dirname(resolve(context.cwd, judged.file));
      for (const [index, text] of evidence.entries()) {
        if (isEvidence(text, folder, context)) continue;
        const place = at(['answers', id, question, 'evidence', index]);
        problems.push(
          problem(
            'invalid-value',
            place,
            `the evidence ${JSON.stringify(text)} is no link and no file that exists`,
            `paths have / between folders, are seen from ${slashed(folder)} and stay within the repository`,
          ),
        );
      }
      const cut = cutOff(text, at(['answers', id, question, 'why']));
      if (said.why && cut) problems.push(cut);
      given.push({ process: id, question: question as QuestionId, voice: toVoice(sheet, said, settings.asOf) });
    }
  }
  if (given.length === 0 && problems.length === 0) {
    problems.push(
      problem(
        'empty',
        at(['answers'], 'key'),
        'the sheet holds no answer',
        'write yes, partly, no or unknown after "answer"',
      ),
    );
  }
  if (problems.length > 0) return { problems };
  const refused = await writeAll(given, byId, context.cwd);
  if (!refused) return { given };
  const { reason, kept } = refused;
  const hint =
    kept.length > 0
      ? `saved are those in ${kept.join(', ')}; take the sheet in again later, and they will not be there twice`
      : 'nothing of this sheet was saved';
  return { problems: [problem('unreadable', at(['answers'], 'key'), reason, hint)], kept };
}

/** The role must occur somewhere, and nobody can have answered tomorrow. */
function checkHead({ role, on }: Sheet, at: At, { judged, settings }: SheetContext): Problem[] {
  const problems: Problem[] = [];
  const hint = hintForUnknownRole(role, judged, settings);
  if (hint) problems.push(problem('invalid-value', at(['role']), english.interview.unknownRole(role), hint));
  if (on && on > settings.asOf) {
    problems.push(
      problem(
        'invalid-value',
        at(['on']),
        `the day ${on} lies after ${settings.asOf}`,
        'write the day on which it was answered',
      ),
    );
  }
  return problems;
}

/** In plain YAML everything after " #" is a comment; in a reason it is half of what somebody said. */
function cutOff(text: string, place: Problem['place']): Problem | undefined {
  const line = (text.split('\n')[place.line - 1] ?? '').slice(place.column - 1);
  if (/^["'|>]/.test(line) || !/\s#/.test(line)) return undefined;
  return problem('invalid-value', place, 'everything after " #" would be lost', 'put the reason in quotes');
}

/** People write Yes and NO. */
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

/** Why a sheet could not be written, and the files that could not be set back. */
interface Refused {
  readonly reason: string;
  readonly kept: readonly string[];
}

/** Writes all answers, or none: first every file is tried without writing, and what was written is taken back on failure. */
async function writeAll(
  given: readonly Given[],
  byId: ReadonlyMap<string, JudgedProcess>,
  cwd: string,
): Promise<Refused | undefined> {
  const changes = [...groupByFile(given, byId)].map(([file, some]) => ({
    file,
    path: resolve(cwd, file),
    change: changeFor(some, byId),
  }));
  for (const { file, path, change } of changes) {
    const tried = tryChange(path, change);
    if (tried) return { reason: `${file}: ${tried}`, kept: [] };
  }
  const undo: { file: string; path: string; before: string; after: string }[] = [];
  for (const { file, path, change } of changes) {
    let before = '';
    let after = '';
    const changed = await changeFile(path, (text) => {
      before = text;
      const next = change(text);
      if ('text' in next) after = next.text;
      return next;
    });
    if (changed.isSaved) {
      undo.push({ file, path, before, after });
      continue;
    }
    const kept: string[] = [];
    for (const done of undo) {
      const undone = await changeFile(done.path, (text) =>
        text === done.after ? { text: done.before } : { refused: 'it was changed meanwhile' },
      );
      if (!undone.isSaved) kept.push(done.file);
    }
    return { reason: `${file}: ${changed.reason}`, kept };
  }
  return undefined;
}

function groupByFile(given: readonly Given[], byId: ReadonlyMap<string, JudgedProcess>): Map<string, Given[]> {
  const groups = new Map<string, Given[]>();
  for (const one of given) {
    const { file } = byId.get(one.process)!;
    groups.set(file, [...(groups.get(file) ?? []), one]);
  }
  return groups;
}

function changeFor(given: readonly Given[], byId: ReadonlyMap<string, JudgedProcess>): Change {
  return (text) => {
    let changed = text;
    for (const { process, question, voice } of given) {
      const added = addVoice(
        changed,
        { id: process, defaultId: defaultIdOf(byId.get(process)!.file), question },
        voice,
      );
      if ('refused' in added) return added;
      changed = added.text;
    }
    return { text: changed };
  };
}

function tryChange(path: string, change: Change): string | undefined {
  try {
    const decoded = decode(readFileSync(path), path);
    if ('problem' in decoded) return decoded.problem.message;
    const changed = change(decoded.text);
    return 'refused' in changed ? changed.refused : undefined;
  } catch {
    return 'the file cannot be read any more';
  }
}
