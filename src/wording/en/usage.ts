import type { GitFault } from '../../git-fault.js';
import type { SystemFault } from '../../problem.js';
import { systemText } from '../faults.js';
import type { UsageParams, UsageWords } from '../words/usage.js';
import { gitInEnglish } from './git.js';
import { count, thousands } from './grammar.js';
import { problemsInEnglish } from './problems.js';

export const usageInEnglish: UsageWords = {
  errors: {
    git: {
      says: ({ fault }) => explained(fault).message,
      hint: ({ fault }) => explained(fault).hint,
    },

    'unknown-option': {
      says: ({ option }) => `unknown option ${option}`,
      hint: ({ meant }) => (meant === undefined ? '' : `did you mean ${meant}?`),
    },
    'missing-argument': { says: ({ argument }) => `missing argument: ${argument}` },
    'missing-value': { says: ({ option }) => `${option} needs a value` },
    'not-a-choice': {
      says: ({ option, got, choices }) => `${option} must be one of ${choices.join(', ')}, got "${got}"`,
    },
    'too-many-arguments': {
      says: ({ expected, got }) => `too many arguments: expected ${count(expected, 'argument')}, got ${got}`,
    },
    'options-conflict': { says: ({ one, other }) => `${one} cannot be used with ${other}` },
    'not-understood': { says: ({ said }) => said },

    'not-a-day': { says: ({ option, got }) => `${option} must be a real day, written YYYY-MM-DD, got "${got}"` },
    'day-too-late': { says: ({ option, day, asOf }) => `${option} must not be after ${asOf}, got ${day}` },
    'not-points': { says: ({ option, got }) => `${option} must be a whole number from 0 to 100, got "${got}"` },
    'not-a-length-of-time': {
      says: ({ option, got }) => `${option} must be a length of time, got "${got}"`,
      hint: () => 'write 30d, 4w or "2 months"',
    },
    'not-a-rhythm': {
      says: ({ option, got }) =>
        `${option} must be day, week, month, quarter, year, "2 weeks" … or commit, got "${got}"`,
    },
    'not-a-source-url': {
      says: ({ option, got }) => `${option} must be a web address with {path} in it, got "${got}"`,
      hint: () => 'for example: https://github.com/you/repository/blob/main/{path}#L{line}',
    },
    'empty-cache-location': { says: () => '--cache-location needs a folder', hint: () => 'or leave it out' },
    'blank-pseudonym': {
      says: ({ got }) => `--who must not be blank, got "${got}"`,
      hint: () => 'write a pseudonym, or leave it out',
    },
    'missing-ids': {
      says: ({ option }) => `${option} needs the ids of processes`,
      hint: ({ option }) => `for example: ${option} a,b`,
    },

    'open-without-output': {
      says: () => '--open needs a file to open',
      hint: () => 'name one: audit -f html -o report.html --open',
    },
    'growth-without-since': {
      says: () => '--no-growth needs something to compare with',
      hint: () => 'add --since origin/main',
    },
    'update-without-baseline': { says: () => '--update-baseline cannot be used with --no-baseline' },
    'as-of-two-states': {
      says: () => '--as-of only applies to the files as they are now',
      hint: () => 'a commit or a report has its own day; leave --as-of out',
    },
    'output-of-several-formats': {
      says: () => '--output takes one format, but there are several',
      hint: ({ format }) => `say which goes where: --output.${format} FILE`,
    },
    'formats-share-a-file': { says: () => 'two formats cannot be written to the same file' },
    'format-needs-stdout': {
      says: ({ format }) => `${format} must be the only format on standard output`,
      hint: ({ others }) => `write the others to files: ${others.map((other) => `--output.${other} FILE`).join(' ')}`,
    },

    'no-such-process': { says: ({ wanted }) => `there is no process "${wanted}"`, hint: meantOrKnown },
    'no-such-question': { says: ({ wanted }) => `there is no question "${wanted}"`, hint: meantOrKnown },
    'no-such-topic': { says: ({ wanted }) => `there is no question or rule "${wanted}"`, hint: meantOrKnown },
    'no-such-command': { says: ({ wanted }) => `there is no command "${wanted}"`, hint: meantOrKnown },
    'no-such-owner': {
      says: ({ owner }) => `no process is owned by "${owner}"`,
      hint: ({ owners }) => `owners are: ${owners.join(', ') || 'none'}`,
    },
    'no-chosen-owner': {
      says: ({ owner }) => `none of these processes is owned by "${owner}"`,
      hint: () => 'leave out --owner or --process',
    },
    'unknown-role': { says: ({ role }) => `no process names the role "${role}"`, hint: ({ hint }) => hint },
    'retired-process': { says: ({ id }) => `"${id}" is already retired` },
    'broken-process': {
      says: ({ file }) => `${file} has errors and cannot be judged`,
      hint: () => 'fix the errors listed above',
    },
    'reason-not-topic': {
      says: ({ reason }) => `"${reason}" is a reason for an answer, not a rule`,
      hint: () =>
        '"audit show" names the question it belongs to, and "audit explain <question>" says how that question is judged',
    },
    'no-such-baseline': {
      says: ({ file }) => `there is no baseline ${file}`,
      hint: () => 'write one with --update-baseline, or leave out --baseline',
    },
    'broken-baseline': {
      says: ({ file }) => `${file} cannot be read, and may list processes you did not name`,
      hint: () => 'fix it, or judge all processes',
    },
    'baseline-too-large': {
      says: ({ file, most }) => `${file} was not written: it would exceed the limit of ${thousands(most)} bytes`,
      hint: () => 'judge the processes in groups, each with its own --baseline',
    },
    'not-a-report': {
      says: ({ file }) => `${file} is not a report of this tool`,
      hint: () => 'write one with "audit -f json -o report.json"',
    },
    'folder-not-report': { says: ({ file }) => `${file} cannot be read: it is not a file` },
    'report-too-large': {
      says: ({ file, most }) => `${file} cannot be read: it is larger than ${most / 1024 / 1024} MiB`,
    },
    'in-neither-state': { says: ({ path }) => `neither state has a process file in ${path}` },
    'outside-repository': {
      says: ({ path, repository }) => `${path} is outside the repository ${repository}`,
      hint: () => 'run it in the repository of the processes',
    },
    'stdin-has-no-history': { says: () => 'standard input has no earlier state to compare with' },
    'not-committed': {
      says: ({ path }) => `no commit holds ${path}`,
      hint: () => 'name the folder of the process files, or commit them first',
    },
    'not-in-history': {
      says: ({ ref }) => `"${ref}" is not an ancestor of HEAD`,
      hint: () => 'name a commit of this branch, or a day',
    },
    'history-too-late': { says: ({ first, asOf }) => `the first commit, of ${first}, is after ${asOf}` },
    'too-many-steps': {
      says: ({ every, most, from, to }) =>
        `--every ${every} makes more than ${thousands(most)} steps from ${from} to ${to}`,
      hint: () => 'sample less often or start later: --every year, --since DAY',
    },

    'cannot-read': { says: cannotRead },
    'cannot-read-sheet': { says: cannotRead, hint: () => 'name a filled-in sheet, or - for standard input' },
    'cannot-read-folder': { says: cannotRead, hint: () => 'say where to write: --dir FOLDER' },
    'cannot-write': { says: ({ path, why }) => `cannot write ${path}: ${because(why)}` },
    'invalid-process': { says: ({ path, mistake }) => `cannot write ${path}: ${mistake}` },
    'cannot-write-to-folder': { says: ({ path }) => `cannot write ${path}: it is a folder` },
    'file-exists': { says: ({ path }) => `${path} already exists` },
    'process-exists': {
      says: ({ path }) => `${path} already exists`,
      hint: () => 'choose another id, or edit that file',
    },

    'missing-id': {
      says: () => 'name the process: audit new <id>',
      hint: () => 'for example: audit new weekly-report',
    },
    'not-an-id': {
      says: ({ id }) => `"${id}" cannot be an id`,
      hint: () => 'write lower-case words joined by hyphens, such as weekly-report',
    },
    'no-terminal': {
      says: () => 'a session needs a terminal',
      hint: () => 'without one, "audit ask --print" prints a sheet to fill in, and "audit ask --from FILE" takes it in',
    },
  },
  seeHelp: (command) => `"${command} --help" lists its arguments and options`,
  toCopy: { add: 'add this to it yourself:', keep: 'here are your answers; keep them:' },
  internalError: 'internal error; please report it:',
};

function because(why: SystemFault): string {
  return systemText(why, { problems: problemsInEnglish });
}

function cannotRead({ path, why }: UsageParams['cannot-read']): string {
  return `cannot read ${path}: ${because(why)}`;
}

function meantOrKnown({ meant, known }: { readonly meant: string | undefined; readonly known: readonly string[] }) {
  return meant === undefined ? `there are: ${known.join(', ') || 'none'}` : `did you mean "${meant}"?`;
}

/** The words of a fault. Its parameters belong to its code by construction, which the mapped type cannot follow. */
function explained(fault: GitFault): { readonly message: string; readonly hint: string } {
  return (gitInEnglish[fault.code] as (fault: GitFault) => { message: string; hint: string })(fault);
}
