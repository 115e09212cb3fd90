import type { Path } from '../places/path.js';
import type { Day } from '../time/day.js';
import type { Demand, SalesProcessFile } from './schema.js';
import type { Answer, EnforcementKind } from './vocabulary.js';

/** One answer of one person or role to one question, and where it stands. */
export interface Voice {
  readonly answer: Answer;
  readonly why?: string;
  readonly evidence: readonly string[];
  /** The role that speaks: the owner's where the file names none, and "owner" where there is no owner either. */
  readonly by: string;
  /** Tells people of one role apart. Never printed. */
  readonly who?: string;
  readonly on?: Day;
  readonly path: Path;
}

/** One thing sales is asked to do, as its file states it, in the one form the rest of the program knows. */
export interface SalesProcess extends StatedAlike {
  readonly id: string;
  readonly demands: readonly Demand[];
  readonly enforcement?: { readonly kind: EnforcementKind; readonly note?: string | undefined };
  /** By question id. */
  readonly voices: Readonly<Record<string, readonly Voice[]>>;
}

/** Brings the shorthands of a checked file (a bare text, a bare answer, one voice for a list) into the one form. */
export function toSalesProcess(file: SalesProcessFile, defaultId: string): SalesProcess {
  const { id = defaultId, demands = [], enforcement, answers = {}, owner = 'owner' } = file;
  const voices: Record<string, readonly Voice[]> = {};
  for (const [question, said] of Object.entries(answers)) voices[question] = toVoices(said ?? [], question, owner);
  return {
    ...statedAlike(file),
    id,
    demands: demands.map((demand) => (typeof demand === 'string' ? { what: demand } : demand)),
    ...(enforcement && { enforcement: typeof enforcement === 'string' ? { kind: enforcement } : enforcement }),
    voices,
  };
}

type StatedAlike = Omit<SalesProcessFile, 'id' | 'demands' | 'enforcement' | 'answers'>;

/** What has one form only. */
function statedAlike(file: SalesProcessFile): StatedAlike {
  const stated: Record<string, unknown> = {};
  for (const key of Object.keys(file) as (keyof SalesProcessFile)[])
    if (key !== 'id' && key !== 'demands' && key !== 'enforcement' && key !== 'answers') stated[key] = file[key];
  return stated as unknown as StatedAlike;
}

type SaidInFile = NonNullable<NonNullable<SalesProcessFile['answers']>['value']>;
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
