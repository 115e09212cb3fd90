import type { Outcome } from '../../judging/assess.js';
import type { MissingEffort } from '../../judging/burden.js';
import type { Rule, VerdictName } from '../../judging/verdict.js';
import type { QuestionId } from '../../questions/index.js';
import type { CommonWords } from './common.js';
import type { ExplainWords } from './explain.js';
import type { FindingsWords } from './findings.js';
import type { GateWords } from './gate.js';
import type { GitWords } from './git.js';
import type { Grammar } from './grammar.js';
import type { HistoryWords } from './history.js';
import type { HoursWords } from './hours.js';
import type { InterviewWords } from './interview.js';
import type { MarkdownWords } from './markdown.js';
import type { PageWords } from './page.js';
import type { PlanWords } from './plan.js';
import type { QuestionWords } from './questions.js';
import type { ReasonsWords } from './reasons.js';
import type { ResultsWords } from './results.js';
import type { SharingWords } from './sharing.js';
import type { SkeletonWords } from './skeleton.js';
import type { ShowWords, TerminalWords, WaiversWords } from './terminal.js';

/** Every sentence a person reads, by code. A translation that misses one does not compile. */
export interface Words {
  /** The language as HTML and screen readers name it (BCP 47): "en". */
  readonly language: string;
  readonly grammar: Grammar;
  readonly common: CommonWords;
  readonly terminal: TerminalWords;
  readonly show: ShowWords;
  readonly waivers: WaiversWords;
  readonly markdown: MarkdownWords;
  readonly results: ResultsWords;
  readonly explain: ExplainWords;
  readonly questions: Readonly<Record<QuestionId, QuestionWords>>;
  readonly reasons: ReasonsWords;
  readonly rules: Readonly<Record<Rule, { readonly title: string; readonly says: string; readonly source: string }>>;
  readonly verdicts: Readonly<Record<VerdictName | 'conditions' | 'retired', string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly findings: FindingsWords;
  readonly gate: GateWords;
  readonly hours: HoursWords;
  readonly plan: PlanWords;
  readonly skeleton: SkeletonWords;
  readonly git: GitWords;
  readonly graph: Readonly<Record<'feeds' | 'because' | 'missing', string>>;
  readonly history: HistoryWords;
  readonly sharing: SharingWords;
  readonly page: PageWords;
  readonly interview: InterviewWords;
  readonly missingEffort: Readonly<Record<MissingEffort, string>>;
}
