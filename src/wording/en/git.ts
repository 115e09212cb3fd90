import type { GitWords } from '../words/git.js';
import { list } from './grammar.js';

const NAME_A_REF = 'name a branch, tag or commit that exists, such as origin/main; "git fetch origin main" brings it';

export const gitInEnglish: GitWords = {
  'no-git': () => ({
    message: 'git is not installed',
    hint: 'install git, or compare with a baseline: --update-baseline',
  }),
  'no-repository': ({ folder }) => ({
    message: `${folder} is not in a git repository`,
    hint: 'run it in a clone, or compare with a baseline instead: "audit check --update-baseline" writes one',
  }),
  refused: ({ folder, said, isForeign }) => ({
    message: `git refuses to read ${folder}: ${said}`,
    hint: isForeign
      ? `if you trust it: git config --global --add safe.directory ${/\s/.test(folder) ? `"${folder}"` : folder}`
      : '"git status" in that folder says the same; fix that first',
  }),
  'other-work-tree': ({ folder, workTree }) => ({
    message: `the repository in ${folder} says that its files are in ${workTree} (core.worktree)`,
    hint: 'run it there, or "git config --unset core.worktree"',
  }),
  shallow: ({ lacks }) => ({
    message: `this is a shallow clone: ${lacks === 'history' ? 'it lacks the earlier commits' : 'git cannot tell where the change began'}`,
    hint: 'fetch the whole history: "git fetch --unshallow"; with actions/checkout "fetch-depth: 0", in GitLab "GIT_DEPTH: 0"',
  }),
  'no-commit': () => ({ message: 'there is no commit yet', hint: 'commit the process files first' }),
  'not-a-ref': ({ ref }) => ({ message: `"${ref}" is not a valid git ref`, hint: NAME_A_REF }),
  'unknown-ref': ({ ref }) => ({ message: `git knows no "${ref}"`, hint: NAME_A_REF }),
  'ambiguous-ref': ({ ref, meanings }) => ({
    message: `"${ref}" is ambiguous: it could be ${list(meanings, 'or')}`,
    hint: `write the full name, such as ${meanings.at(-1)}, and find out who made the other`,
  }),
  'nothing-in-common': ({ ref }) => ({
    message: `HEAD and "${ref}" have no commit in common`,
    hint: 'name the branch that this one was made from, such as origin/main',
  }),
  'contents-missing': () => ({
    message: 'the clone lacks contents of that commit',
    hint: 'fetch them: "git fetch --refetch"',
  }),
  'too-many-paths': () => ({
    message: 'the paths are too long or too many for git',
    hint: 'name the folder of the process files',
  }),
  failed: ({ said }) => ({
    message: `git failed: ${said}`,
    hint: 'if the clone lacks contents, fetch them: "git fetch --refetch"',
  }),
  ended: ({ how }) => ({
    message: `git failed: it ended with ${how} and did not say why`,
    hint: 'check whether the repository is in order: "git fsck"',
  }),
};
