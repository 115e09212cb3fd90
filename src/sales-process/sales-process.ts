import type { Path } from '../places/path.js';
import type { Day } from '../time/day.js';
import type { Demand, SalesProcessFile } from './schema.js';
import type { Answer, EnforcementKind, QuestionId } from './vocabulary.js';

/** What one person or role answers to one question, and where that is written. */
export interface Voice {
  readonly answer: Answer;
  readonly why?: string;
  /** URLs and file paths, as written. */
  readonly evidence: readonly string[];
  /** The role that speaks: the owner's if the file names none, and "owner" if there is no owner either. */
  readonly by: string;
  /** Tells people in the same role apart. Never printed. */
  readonly who?: string;
  readonly on?: Day;
  readonly path: Path;
}

/** One thing sales is asked to do, as its file states it, with every shorthand of the file format spelled out. */
export interface SalesProcess extends StatedAlike {
  readonly id: string;
  readonly demands: readonly Demand[];
  readonly enforcement?: { readonly kind: EnforcementKind; readonly note?: string | undefined };
  readonly voices: Voices;
}

/** What people answered, by question; a question nobody answered is missing. */
export type Voices = Readonly<Partial<Record<QuestionId, readonly Voice[]>>>;

/** Spells out the shorthands of a valid file: a bare text, a bare answer, one voice instead of a list. */
export function toSalesProcess(file: SalesProcessFile, defaultId: string): SalesProcess {
  const { id = defaultId, demands = [], enforcement, answers = {}, ...stated } = file;
  return {
    ...stated,
    id,
    demands: demands.map((demand) => (typeof demand === 'string' ? { what: demand } : demand)),
    ...(enforcement && { enforcement: typeof enforcement === 'string' ? { kind: enforcement } : enforcement }),
    voices: Object.fromEntries(
      Object.entries(answers).map(([question, said]) => [
        question,
        toVoices(said ?? [], question, file.owner ?? 'owner'),
      ]),
    ),
  };
}

/** The keys that have no shorthand. */
type StatedAlike = Omit<SalesProcessFile, 'id' | 'demands' | 'enforcement' | 'answers'>;

type SaidInFile = NonNullable<NonNullable<SalesProcessFile['answers']>[QuestionId]>;
type VoiceInFile = Exclude<SaidInFile, readonly unknown[]>;

function toVoices(said: SaidInFile, question: string, owner: string): Voice[] {
  if (Array.isArray(said)) return said.map((voice, index) => toVoice(voice, ['answers', question, index], owner));
  return [toVoice(said as VoiceInFile, ['answers', question], owner)];
}

function toVoice(said: VoiceInFile, path: Path, owner: string): Voice {
  if (typeof said !== 'object') return { answer: toAnswer(said), by: owner, evidence: NONE, path };
  const { answer, why, evidence = NONE, who, on } = said;
  const by = said.by === undefined || said.by === 'owner' ? owner : said.by;
  return {
    answer: toAnswer(answer),
    by,
    evidence,
    path,
    ...(why !== undefined && { why }),
    ...(who !== undefined && { who }),
    ...(on !== undefined && { on }),
  };
}

const NONE: readonly string[] = [];

function toAnswer(answer: Answer | boolean): Answer {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return answer;
}
