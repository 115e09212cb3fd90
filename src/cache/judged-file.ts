import { dirname, resolve } from 'node:path';
import type { Settings } from '../judging/settings.js';
import type { CheckedDocument, CheckedText, Formats } from '../load/checked-text.js';
import { type EvidenceState, evidenceOf, evidenceState, stateOf } from '../load/evidence.js';
import { defaultIdOf, type LoadedProcess } from '../load/load-processes.js';
import type { FoundAlone } from '../portfolio/rule.js';
import { foundAloneIn } from '../portfolio/rules/index.js';
import { type SalesProcess, toSalesProcess } from '../sales-process/sales-process.js';
import type { Judgement } from './recalled-process.js';

/**
 * What a file came to when it was judged, for as long as its text, its name, the settings and its evidence are the same: all
 * that a list of verdicts needs. Plain JSON. Voices and places are left to the text that was checked.
 */
export interface JudgedFile {
  readonly processes: readonly RememberedProcess[];
}

interface RememberedProcess {
  readonly stated: Omit<SalesProcess, 'voices'>;
  readonly evidence: readonly (readonly [text: string, state: EvidenceState])[];
  readonly judgement: Judgement;
  readonly found: FoundAlone;
}

/** More documents than this are judged anew: to look at one of them all have to be parsed. */
const MOST_DOCUMENTS = 20;

/**
 * What to remember of the processes of a file; `undefined`: there are too many, or a question failed in one, which may not
 * fail again.
 */
export function toJudgedFile(
  processes: readonly (LoadedProcess & { readonly judgement: Judgement })[],
  settings: Settings,
): JudgedFile | undefined {
  if (processes.length > MOST_DOCUMENTS) return undefined;
  if (processes.some(({ judgement }) => judgement.outcomes.includes('failed'))) return undefined;
  return {
    processes: processes.map((one) => {
      const { voices: _, ...stated } = one.salesProcess;
      const evidence = evidenceOf(one).map((text) => [text, stateOf(text, one)] as const);
      return { stated, evidence, judgement: one.judgement, found: foundAloneIn(one, settings) };
    }),
  };
}

/**
 * The processes of a file as they were judged; `undefined`: evidence has come or gone since.
 *
 * @param checked what its text holds, asked for when somebody wants to know of a voice or a place
 */
export function recallProcesses(
  { processes }: JudgedFile,
  file: string,
  cwd: string,
  checked: () => CheckedText<Formats['process']>,
): LoadedProcess[] | undefined {
  const folder = resolve(cwd, dirname(file));
  const isAsBefore = processes.every(({ evidence }) =>
    evidence.every(([text, state]) => evidenceState(text, folder, { cwd }) === state),
  );
  if (!isAsBefore) return undefined;
  return processes.map((one, index) => new RecalledSource(one, file, () => sound(checked().documents[index]!)));
}

type SoundDocument = Extract<CheckedDocument<Formats['process']>, { readonly value: unknown }>;

/** Only files without a mistake are remembered as judged. */
function sound(document: CheckedDocument<Formats['process']>): SoundDocument {
  if ('issues' in document) throw new Error('a file with mistakes was remembered as judged');
  return document;
}

const NONE: ReadonlySet<string> = new Set();

class RecalledSource implements LoadedProcess {
  readonly salesProcess: SalesProcess;
  readonly file: string;
  readonly evidence: readonly string[];
  readonly missingEvidence: ReadonlySet<string>;
  readonly outsideEvidence: ReadonlySet<string> | undefined;
  readonly judgement: Judgement;
  readonly foundAlone: FoundAlone;
  readonly #document: () => SoundDocument;

  constructor({ stated, evidence, judgement, found }: RememberedProcess, file: string, document: () => SoundDocument) {
    this.salesProcess = new RecalledSalesProcess(stated, file, document) as unknown as SalesProcess;
    this.file = file;
    const missing = evidence.filter(([, state]) => state !== 'there');
    const outside = evidence.filter(([, state]) => state === 'outside');
    this.evidence = evidence.length === 0 ? NO_TEXTS : evidence.map(([text]) => text);
    this.missingEvidence = missing.length === 0 ? NONE : new Set(missing.map(([text]) => text));
    this.outsideEvidence = outside.length === 0 ? undefined : new Set(outside.map(([text]) => text));
    this.judgement = judgement;
    this.foundAlone = found;
    this.#document = document;
  }

  get places(): LoadedProcess['places'] {
    return this.#document().places;
  }
}

const NO_TEXTS: readonly string[] = [];

/** What a file states, and its voices when somebody asks for them. */
class RecalledSalesProcess {
  readonly #voices: () => SalesProcess['voices'];

  constructor(stated: Omit<SalesProcess, 'voices'>, file: string, document: () => SoundDocument) {
    Object.assign(this, stated);
    this.#voices = () => toSalesProcess(document().value, defaultIdOf(file)).voices;
  }

  get voices(): SalesProcess['voices'] {
    return this.#voices();
  }
}
