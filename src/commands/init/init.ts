import { existsSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { writeNewFile } from '../../files/create-file.js';
import { repositoryTop, slashed } from '../../files/paths.js';
import { systemFaultOf } from '../../files/system-fault.js';
import { exampleProcess } from '../../interview/skeleton.js';
import type { Io } from '../../io.js';
import { DEFAULT_ANSWERS_VALID_FOR, DEFAULT_KEEP_AT } from '../../judging/settings.js';
import { CONFIGURATION_FILE } from '../../load/load-configuration.js';
import { hasReader } from '../../load/readers/index.js';
import { DEFAULT_WIDTH, hang } from '../../report/view/layout.js';
import { DEFAULT_SALES_TEAM } from '../../sales-process/roles.js';
import { largest } from '../../util/largest.js';
import type { LoadWords } from '../../wording/language.js';
import type { Words } from '../../wording/words/words.js';
import { UsageError } from '../shared/usage-error.js';
import { type CiSystem, ciWorkflow } from './ci-workflow.js';

const EXAMPLE_FILE = 'weekly-pipeline-report.yaml';

export interface InitRequest {
  /** Where; default: the working directory. */
  readonly folder: string | undefined;
  /** Only a workflow for this system. */
  readonly ci: CiSystem | undefined;
}

/** `audit init [dir]`: writes a process folder with an example, and a configuration; or a CI workflow. Never overwrites a file. */
export async function init({ folder, ci }: InitRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const words = await loadWords();
  const root = folder === undefined ? io.cwd : resolve(io.cwd, folder);
  if (ci) return initCi(ci, root, folder, io, words);
  const wanted = [
    // Among existing processes, the example would be judged with them.
    ...(hasProcesses(root) ? [] : [{ path: posix.join('processes', EXAMPLE_FILE), text: exampleProcess(words) }]),
    { path: CONFIGURATION_FILE, text: configuration() },
  ];
  for (const { path, text } of wanted) {
    const shown = folder === undefined ? path : slashed(join(folder, path));
    io.stdout.write(`${words.commands.init[writeNew(root, path, text) ? 'wrote' : 'kept'](shown)}\n`);
  }
  const { next } = words.commands.init;
  tellNext(
    [
      ...goThere(folder, root, io),
      ['audit', wanted.length > 1 ? next.judgeExample : next.judge],
      ['audit new <id>', next.describe],
      ['audit explain', next.explain],
    ],
    io,
    words,
  );
  return EXIT.done;
}

type Step = readonly [command: string, about?: string];

/** How to get to the folder from the working directory; in quotes where a shell would take it for several words. */
function goThere(folder: string | undefined, root: string, { cwd }: Io): Step[] {
  if (folder === undefined || root === cwd) return [];
  return [[`cd ${/^[\w./\\:@+-]+$/.test(folder) ? folder : `"${folder}"`}`]];
}

function tellNext(
  steps: readonly Step[],
  io: Io,
  {
    commands: {
      init: { next },
    },
  }: Words,
): void {
  const width = largest(
    steps.filter(([, about]) => about !== undefined).map(([command]) => command.length),
    0,
  );
  const lines = steps.map(([command, about]) =>
    about === undefined ? `  ${command}` : `  ${command.padEnd(width + 3)}${about}`,
  );
  io.stderr.write(`\n${next.heading}\n${lines.join('\n')}\n`);
}

function hasProcesses(root: string): boolean {
  try {
    return readdirSync(join(root, 'processes')).some(hasReader);
  } catch {
    return false;
  }
}

function initCi(system: CiSystem, root: string, folder: string | undefined, io: Io, words: Words): ExitCode {
  const { path, text } = ciWorkflow(system);
  const shown = folder === undefined ? path : slashed(join(folder, path));
  if (!writeNew(root, path, text))
    throw new UsageError('file-exists', { path: shown }, { toCopy: { why: 'add', text } });
  io.stdout.write(`${words.commands.init.wrote(shown)}\n`);
  const top = repositoryTop(root);
  if (top !== undefined && top !== root)
    io.stderr.write(`\n${hang('', words.commands.init.moveWorkflow(slashed(join(top, path))), DEFAULT_WIDTH)}\n`);
  const { next } = words.commands.init;
  tellNext(
    [
      ...goThere(folder, root, io),
      ['audit check --update-baseline', next.acceptToday],
      ['audit check', next.checkNow],
      [`git add ${path} audit-baseline.yaml processes audit.config.yaml`],
    ],
    io,
    words,
  );
  return EXIT.done;
}

/** Whether the file was written. An existing one stays as it is, even one that is created at the same moment. */
function writeNew(root: string, path: string, text: string): boolean {
  const target = join(root, path);
  try {
    if (existsSync(target)) return false;
    writeNewFile(target, text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new UsageError('cannot-write', { path: target, why: systemFaultOf(error) });
  }
}

function configuration(): string {
  return `# Settings of audit. All of it is optional.
processes: processes

# What is commented out here holds anyway:

# Roles that speak for sales. Managers are not among them.
# sales_team: [${DEFAULT_SALES_TEAM.join(', ')}]

# How long an answer counts after it was given.
# answers_valid_for: ${DEFAULT_ANSWERS_VALID_FOR}

# A process that scores less than this (of 100) is eliminated.
# keep_at: ${DEFAULT_KEEP_AT}

# What "audit check" fails on: unjustified (eliminate and undecided), eliminate, or conditions (these too).
# fail_on: unjustified

# What is commented out here is an example, and nothing of it holds:

# What an hour of a salesperson's time costs, to say hours in money.
# hourly_cost: { amount: 60, currency: EUR }

# Processes that may stay unjustified until a day, and for how long at most.
# waivers: [{ process: some-id, reason: "…", approved_by: sales-director, until: 2026-12-31 }]
# waiver_max: 6 months

# Hours a year that all processes may take together, and those of one owner.
# max_burden: { all: 4000, owners: { finance: 500 } }
`;
}
