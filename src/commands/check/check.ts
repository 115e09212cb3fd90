import { type Audit, type JudgedFiles, judgeFiles, toAudit } from '../../audit/audit-files.js';
import { openReuse, type Reuse } from '../../cache/reuse.js';
import { type ExitCode, exitOfGate } from '../../exit-code.js';
import type { GatePolicy } from '../../gate/policy.js';
import type { Io } from '../../io.js';
import type { LoadWords } from '../../wording/language.js';
import type { Words } from '../../wording/words/words.js';
import type { Scope } from '../shared/audit.js';
import { cacheLocationOf, filesLine, type SpeedFlags } from '../shared/cache-flags.js';
import { printProblems } from '../shared/context.js';
import { timingOf } from '../shared/timing.js';
import { type BaselineChoice, readBaseline, updateBaseline } from './baseline.js';
import { earlierState, type Since } from './earlier.js';
import { type OutputsRequest, outputsOf, write } from './outputs.js';

export interface CheckRequest {
  readonly scope: Scope;
  /** What fails; before the configuration. */
  readonly policy: Partial<Pick<GatePolicy, 'failOn' | 'minScore'>>;
  /** Only what is new or worse since then fails. */
  readonly since: Since | undefined;
  readonly baseline: BaselineChoice;
  readonly isBaselineUpdated: boolean;
  readonly isEmptyAllowed: boolean;
  /** For a trial period: what fails ends with 0. */
  readonly isTrial: boolean;
  readonly outputs: OutputsRequest;
  readonly speed: SpeedFlags;
}

/** `audit check [paths...]`: fails if a process is unjustified and neither waived nor known from before. */
export async function check(request: CheckRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const { scope, policy, isEmptyAllowed, isTrial, speed } = request;
  const words = await loadWords();
  const outputs = outputsOf(request.outputs, io);
  const timing = timingOf(speed, io);
  const reuse = openReuse(cacheLocationOf(speed, io));
  const { paths, asOf, config } = scope;
  const options = { asOf, cwd: io.cwd, config, readStdin: io.readStdin, reuse, onStep: timing.step, policy };
  const found = await judgeFiles(paths, options);
  const files = isEmptyAllowed ? withoutEmptiness(found) : found;
  const audit = await judgeAgainst(files, request, reuse, io, words);
  timing.step('report');
  printProblems(audit.report.problems, io);
  await write(audit.report, outputs, io, words);
  timing.step('write');
  reuse.save();
  timing.step('remember');
  timing.tell(filesLine(reuse.counts));
  return exitOfGate(audit.gate.outcome, isTrial);
}

function withoutEmptiness(files: JudgedFiles): JudgedFiles {
  return { ...files, problems: files.problems.filter(({ code }) => code !== 'nothing-found') };
}

/** Gate and report, with the baseline and the earlier commit that were asked for. */
async function judgeAgainst(
  files: JudgedFiles,
  { since, baseline: choice, isBaselineUpdated, isEmptyAllowed, isTrial }: CheckRequest,
  reuse: Reuse,
  io: Io,
  words: Words,
): Promise<Audit> {
  const earlier = since && (await earlierState(since, files, reuse, io));
  const common = { isTrial, isEmptyAllowed, earlier };
  if (isBaselineUpdated && choice !== 'none') return updateBaseline(choice, files, common, io, words);
  const { baseline, problems } = await readBaseline(choice, since !== undefined, files, io);
  return toAudit({ ...files, problems: [...files.problems, ...problems] }, words, { ...common, baseline });
}
