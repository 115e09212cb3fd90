import { dirname, resolve } from 'node:path';
import { type EvidenceState, evidenceOf, evidenceState, stateOf } from '../load/evidence.js';
import type { LoadedProcess } from '../load/load-processes.js';
import type { Places } from '../places/places.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import type { Judgement } from './recalled-process.js';

/**
 * What a file came to when it was judged, for as long as its text, its name, the settings and its evidence are the same: all
 * that a report needs. Plain JSON.
 */
export interface JudgedFile {
  readonly processes: readonly RememberedProcess[];
}

interface RememberedProcess {
  readonly salesProcess: SalesProcess;
  readonly places: Places;
  readonly evidence: readonly (readonly [text: string, state: EvidenceState])[];
  readonly judgement: Judgement;
}

/** What to remember of the processes of a file; `undefined`: a question failed in one, which may not fail again. */
export function toJudgedFile(
  processes: readonly (LoadedProcess & { readonly judgement: Judgement })[],
): JudgedFile | undefined {
  if (processes.some(({ judgement }) => judgement.outcomes.includes('failed'))) return undefined;
  return {
    processes: processes.map((one) => {
      const { salesProcess, places, judgement } = one;
      const evidence = evidenceOf(one).map((text) => [text, stateOf(text, one)] as const);
      return { salesProcess, places, evidence, judgement };
    }),
  };
}

/** The processes of a file as they were judged; `undefined`: evidence has come or gone since. */
export function recallProcesses({ processes }: JudgedFile, file: string, cwd: string): LoadedProcess[] | undefined {
  const folder = resolve(cwd, dirname(file));
  const isAsBefore = processes.every(({ evidence }) =>
    evidence.every(([text, state]) => evidenceState(text, folder, { cwd }) === state),
  );
  return isAsBefore ? processes.map((one) => toLoaded(one, file)) : undefined;
}

function toLoaded({ evidence, ...known }: RememberedProcess, file: string): LoadedProcess {
  const textsOf = (isWanted: (state: EvidenceState) => boolean) =>
    new Set(evidence.filter(([, state]) => isWanted(state)).map(([text]) => text));
  const outsideEvidence = textsOf((state) => state === 'outside');
  return {
    ...known,
    file,
    evidence: evidence.map(([text]) => text),
    missingEvidence: textsOf((state) => state !== 'there'),
    ...(outsideEvidence.size > 0 && { outsideEvidence }),
  };
}
