import { spotOf } from '../../places/spot.js';
import { quote } from '../../util/quote.js';
import type { ProblemWords } from '../words/problems.js';
import { count, list } from './grammar.js';

const SPLIT = 'split it: one process per file is easiest to review';
const NO_ALIASES = 'write it out without aliases';
const SAVE_AS_UTF_8 = 'save it as UTF-8';
const NOT_TEXT = 'take it out; the file may have been saved by a program that is not for text';
const NAME_FEWER = 'name the folder, or what the file names begin or end with';

const faults: ProblemWords['faults'] = {
  'no-such-path': () => ({
    message: 'there is no such file or folder',
    hint: 'name a file, a folder, a glob in quotes, or - for standard input; "audit init" makes a folder to start with',
  }),
  'no-such-configuration': () => ({ message: 'there is no such configuration', hint: '"audit init" writes one' }),
  'empty-folder': () => ({
    message: 'the folder holds no .yaml or .yml file',
    hint: 'describe a process with "audit new <id>", or start with "audit init"',
  }),
  'no-match': () => ({
    message: 'the glob matches no .yaml or .yml file',
    hint: 'put globs in quotes; ** includes subfolders',
  }),
  'long-glob': ({ most }) => ({ message: `the glob has more than ${most} characters`, hint: NAME_FEWER }),
  'many-wildcards': ({ most }) => ({
    message: `the glob has more than ${most} wildcards in one place`,
    hint: NAME_FEWER,
  }),

  unreadable: (_, why) => ({ message: `cannot be read: ${why}` }),
  'unreadable-folder': (_, why) => ({ message: `the folder cannot be read: ${why}` }),
  'too-large': ({ bytes, most }) => ({
    message: `the file has ${bytes ?? `more than ${most}`} bytes; at most ${most} are read`,
    hint: SPLIT,
  }),
  'utf-16': () => ({ message: 'the file is UTF-16, not UTF-8', hint: SAVE_AS_UTF_8 }),
  'not-utf-8': () => ({
    message: 'the file is not UTF-8: a byte here belongs to another encoding',
    hint: SAVE_AS_UTF_8,
  }),

  'duplicate-key': ({ name }) => ({
    message: `the key ${quote(name)} is there twice`,
    hint: 'keep one of the two; for several values write a list',
  }),
  'missing-anchor': ({ name }) => ({
    message: `there is no anchor &${name} above this alias`,
    hint: 'an alias (*name) needs an anchor (&name) above it; put text that begins with * in quotes',
  }),
  'circular-alias': ({ name }) => ({ message: `the alias *${name} is inside what it stands for`, hint: NO_ALIASES }),
  'lone-surrogate': () => ({ message: 'the text holds half of a character (a lone surrogate)', hint: NOT_TEXT }),
  'nul-character': () => ({ message: 'the text holds a NUL character', hint: NOT_TEXT }),
  'deep-nesting': ({ most }) => ({
    message: `the YAML is nested too deeply; at most ${most} levels are read`,
    hint: 'nest it less deeply',
  }),
  'many-values': ({ most }) => ({ message: `the document holds more than ${most} values`, hint: SPLIT }),
  'many-aliases': ({ most }) => ({ message: `the document holds more than ${most} aliases (*name)`, hint: SPLIT }),
  'many-copies': ({ most }) => ({
    message: `the aliases (*name) expand without end, or to more than ${most} copies`,
    hint: NO_ALIASES,
  }),
  'many-documents': ({ most }) => ({
    message: `the file holds more than ${most} documents; the rest was not read`,
    hint: SPLIT,
  }),
  'many-marks': ({ most }) => ({
    message: `the file holds more than ${most} marks (%, ...) or errors; the rest was not read`,
    hint: SPLIT,
  }),

  'no-process': () => ({
    message: 'the file describes no process',
    hint: 'a process needs at least a name: "name: Weekly pipeline report"',
  }),
  'bad-file-name': ({ id }) => ({
    message: `the file name gives the id ${quote(id)}, which is not lower-case words joined by hyphens`,
    hint: 'add an id, such as "id: weekly-report", or rename the file',
  }),
  'duplicate-id': ({ id, first }) => ({
    message: `the id ${quote(id)} is taken by ${spotOf(first)}; this process was not judged`,
    hint: 'give it an id of its own: "id: …"',
  }),
  'more-in-document': ({ more }) => ({ message: `${count(more, 'more mistake')} in this document` }),
  'more-in-file': ({ more }) => ({ message: `${count(more, 'more mistake')} in this file` }),

  'several-configurations': () => ({
    message: 'the file holds more than one document',
    hint: 'keep one: delete the "---" and merge what is below it',
  }),
  'several-baselines': () => ({
    message: 'a baseline is one document with "version" and "accepted"',
  }),
  'stray-line': () => ({
    message: 'this line is not as "audit check --update-baseline" writes it; a large baseline may hold no others',
  }),
  'long-waiver': ({ until, latest, granted }) => ({
    message: `a waiver must end by ${latest} (waiver_max, counted from ${granted ?? 'the day of the audit'}), got "${until}"`,
    hint:
      granted === undefined
        ? 'choose an earlier day, or say when it was granted; the waiver does not count'
        : 'choose an earlier day; the waiver does not count',
  }),

  'markdown-sheet': () => ({
    message: 'a Markdown sheet is for people and cannot be taken in',
    hint: 'print a YAML sheet with "audit ask --print", and fill that in',
  }),
  'no-sheet': () => ({
    message: 'the file holds no sheet',
    hint: 'print one with "audit ask --print --format yaml"',
  }),
  'no-answer': () => ({
    message: 'the sheet holds no answers',
    hint: 'write yes, partly, no or unknown after "answer"',
  }),
  'why-without-answer': () => ({
    message: 'there is a reason but no answer',
    hint: 'write the answer too, or delete the reason',
  }),
  'cut-off-why': () => ({ message: 'everything after " #" would be lost', hint: 'put the reason in quotes' }),
  'unknown-process': ({ id, meant }) => ({
    message: `there is no process "${id}"`,
    ...(meant !== undefined && { hint: `did you mean "${meant}"?` }),
  }),
  'unknown-role': ({ role, meant }) => ({
    message: `no process names the role "${role}"`,
    hint:
      meant === undefined
        ? 'use a role of the sales team, or one that a process file names'
        : `did you mean "${meant}"?`,
  }),
  'no-evidence': ({ evidence, from }) => ({
    message: `the evidence ${JSON.stringify(evidence)} is not a link, and there is no such file`,
    hint: `write paths with / between folders, relative to ${from}, and within the repository`,
  }),
  'future-day': ({ on, asOf }) => ({
    message: `the day ${on} is after ${asOf}`,
    hint: 'write the day on which it was answered',
  }),
  'sheet-not-saved': ({ file, kept }, why) => ({
    message: `${file}: ${why}`,
    hint:
      kept.length > 0
        ? `the answers in ${list(kept)} were saved; take the sheet in again later, and they will not be saved twice`
        : 'nothing from this sheet was saved',
  }),
};

/** The library says more about some, but most of it only who knows YAML understands. */
const syntax: ProblemWords['syntax'] = {
  BAD_ALIAS: {
    message: 'this is not a valid alias (*name) or anchor (&name)',
    hint: 'put text that begins with * or & in quotes',
  },
  BAD_DQ_ESCAPE: {
    message: 'inside double quotes, this backslash begins nothing that YAML knows',
    hint: 'write \\\\ for a backslash, or use single quotes',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit',
    hint: 'indent with the same number of spaces as the lines around it',
  },
  BAD_SCALAR_START: { message: 'text cannot begin with this character', hint: 'put the text in quotes' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'there is a second "key: value", or a list, on this line',
    hint: 'put text that contains ": " in quotes',
  },
  BLOCK_IN_FLOW: {
    message: 'inside { } and [ ], lists and mappings need brackets of their own',
    hint: 'write [a, b] or {key: value}',
  },
  KEY_OVER_1024_CHARS: {
    message: 'a key has more than 1024 characters',
    hint: 'put text that contains ": " in quotes',
  },
  MISSING_BRACKET: {
    message: 'a closing bracket or brace is missing, or not indented enough',
    hint: 'close what was opened with [ or {',
  },
  MISSING_CHAR: {
    message: 'something is missing here or just before: a comma, a colon, a dash or a space',
    hint: 'check the punctuation, and that each colon and dash has a space after it',
  },
  MISSING_QUOTE: { message: 'a closing quote is missing', hint: 'close what was opened with " or \'' },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key must be on one line, with a colon and a space after it',
    hint: 'write "key: value"; put longer text in quotes',
  },
  NON_STRING_KEY: { message: 'a key must be text', hint: 'write the key as plain text' },
  TAB_AS_INDENT: { message: 'tabs cannot be used to indent', hint: 'indent with spaces' },
  TAG_RESOLVE_FAILED: { message: 'this tag (!…) is unknown, or does not fit the value', hint: 'leave out the tag' },
  UNEXPECTED_TOKEN: {
    message: 'YAML does not allow this here',
    hint: 'check the indentation, and put text that begins with a special character in quotes',
  },
};

const system: ProblemWords['system'] = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  ENOTFILE: 'it is a pipe or a device, not a file',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its path is too long',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program has it open',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

const saving: ProblemWords['saving'] = {
  'in-use': () => 'another session or program keeps the file busy',
  'read-only': () => 'the file is read-only',
  'changed-meanwhile': () => 'the file was changed in the meantime',
  system: (_, why) => `the file cannot be written: ${why}`,
  'too-large-then': ({ most }) => `the file would grow beyond ${most} bytes`,
  'unreadable-now': (_, why) => why,
  'lone-surrogate-in-answer': () => 'the text holds half of a character (a lone surrogate), which no file can store',
  'invalid-yaml': () => 'the file is no longer valid YAML',
  'behind-alias': () => 'the answers are behind an alias (*name); write them out',
  'no-safe-place': () => 'the layout of the file leaves no safe place for the answer',
  'process-gone': ({ id }) => `the file no longer describes the process "${id}"`,
  'invalid-then': (_, why) => `the file could no longer be judged: ${why}`,
};

export const problemsInEnglish: ProblemWords = {
  faults,
  syntax,
  system,
  saving,
  remedies: {
    'mend-baseline':
      'after a merge, keep the lines of both sides; or write it again with "audit check --update-baseline"',
  },
};
