import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Change, changeFile } from '../files/edit-file.js';
import { decode } from '../files/read-text.js';
import { systemFaultOf } from '../files/system-fault.js';
import type { JudgedProcess } from '../judging/judge.js';
import { defaultIdOf } from '../load/default-id.js';
import type { SaveFault } from '../problem.js';
import { addVoice } from './insert-voice.js';
import type { Given } from './session.js';

/** Why answers could not be written; `kept`: files that hold some of them because they could not be restored. */
export interface Refused {
  readonly file: string;
  readonly why: SaveFault;
  readonly kept: readonly string[];
}

/** Writes all answers or none. Tries every change before it writes the first, and restores what it wrote if a later one fails. */
export async function writeAnswers(
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
    if (tried) return { file, why: tried, kept: [] };
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
        text === done.after ? { text: done.before } : { refused: { key: 'changed-meanwhile' } },
      );
      if (!undone.isSaved) kept.push(done.file);
    }
    return { file, why: changed.reason, kept };
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

function tryChange(path: string, change: Change): SaveFault | undefined {
  try {
    const decoded = decode(readFileSync(path), path);
    if ('problem' in decoded) return { key: 'unreadable-now', fault: decoded.problem.fault };
    const changed = change(decoded.text);
    return 'refused' in changed ? changed.refused : undefined;
  } catch (error) {
    return { key: 'unreadable-now', fault: { key: 'unreadable', why: systemFaultOf(error) } };
  }
}
