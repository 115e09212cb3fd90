import { existsSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { writeNewFile } from '../../files/create-file.js';
import { repositoryTop, slashed } from '../../files/paths.js';
import { exampleProcess } from '../../interview/skeleton.js';
import type { Io } from '../../io.js';
import { DEFAULT_ANSWERS_VALID_FOR, DEFAULT_KEEP_AT } from '../../judging/settings.js';
import { CONFIGURATION_FILE } from '../../load/load-configuration.js';
import { DEFAULT_WIDTH, hang } from '../../report/view/layout.js';
import { DEFAULT_SALES_TEAM } from '../../sales-process/roles.js';
import { english } from '../../wording/en/index.js';
import { UsageError } from '../shared/context.js';
import { type CiSystem, ciWorkflow } from './ci-workflow.js';

const EXAMPLE_FILE = 'weekly-pipeline-report.yaml';

/** `audit init [dir]`: a process folder with an example, and a configuration; or a CI workflow. Never overwrites anything. */
export function init(folder: string | undefined, flags: { readonly ci?: CiSystem }, io: Io): ExitCode {
  const root = folder === undefined ? io.cwd : resolve(io.cwd, folder);
  if (flags.ci) return initCi(flags.ci, root, folder, io);
  const wanted = [
    // An example among processes that are there already would be judged with them.
    ...(hasProcesses(root) ? [] : [{ path: posix.join('processes', EXAMPLE_FILE), text: exampleProcess(english) }]),
    { path: CONFIGURATION_FILE, text: configuration() },
  ];
  for (const { path, text } of wanted) {
    const isNew = writeNew(root, path, text);
    io.stdout.write(
      `${isNew ? 'wrote ' : 'kept  '} ${folder === undefined ? path : slashed(join(folder, path))}${isNew ? '' : ' (it was there)'}\n`,
    );
  }
  const what = wanted.length > 1 ? 'what the example comes to, and why' : 'what your processes come to, and why';
  io.stderr.write(
    `\nNext:\n  ${goThere(folder, root, io)}audit                     ${what}\n  audit new <id>            describe a process of your own\n  audit explain             the eight questions, and how they make a verdict\n`,
  );
  return EXIT.done;
}

/** How to get to the folder, where one is not there already; in quotes where a shell would take it for several words. */
function goThere(folder: string | undefined, root: string, { cwd }: Io): string {
  if (folder === undefined || root === cwd) return '';
  return `cd ${/^[\w./\\:@+-]+$/.test(folder) ? folder : `"${folder}"`}\n  `;
}

function hasProcesses(root: string): boolean {
  try {
    return readdirSync(join(root, 'processes')).some((name) => /\.ya?ml$/i.test(name));
  } catch {
    return false;
  }
}

function initCi(system: CiSystem, root: string, folder: string | undefined, io: Io): ExitCode {
  const { path, text } = ciWorkflow(system);
  const shown = folder === undefined ? path : slashed(join(folder, path));
  if (!writeNew(root, path, text)) {
    throw new UsageError(`${shown} is there already`, 'add this to it by hand:', text);
  }
  io.stdout.write(`wrote  ${shown}\n`);
  const top = repositoryTop(root);
  if (top !== undefined && top !== root)
    io.stderr.write(
      `\n${hang('', `CI looks for it only at the top of the repository: move it to ${slashed(join(top, path))}, and let its commands name the processes.`, DEFAULT_WIDTH)}\n`,
    );
  io.stderr.write(
    `\nNext:\n  ${goThere(folder, root, io)}audit check --update-baseline   accept what is unjustified today, once\n  audit check                     what CI will say now\n  git add ${path} audit-baseline.yaml processes audit.config.yaml\n`,
  );
  return EXIT.done;
}

/** Whether the file was written; one that is there stays as it is, also when it appears at the same moment. */
function writeNew(root: string, path: string, text: string): boolean {
  const target = join(root, path);
  try {
    if (existsSync(target)) return false;
    writeNewFile(target, text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new UsageError(`cannot write ${target}: ${(error as Error).message}`);
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
