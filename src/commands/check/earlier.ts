import { resolve } from 'node:path';
import { type JudgedFiles, judgePaths } from '../../audit/audit-files.js';
import { pathsInRepository } from '../../audit/replay.js';
import type { Reuse } from '../../cache/reuse.js';
import { disk, type Files } from '../../files/tree.js';
import type { Earlier } from '../../gate/gate.js';
import { gitTree } from '../../git/git-tree.js';
import { mergeBase } from '../../git/history.js';
import type { Io } from '../../io.js';
import { isNothingThere } from '../../problem.js';
import { inRepository } from '../shared/repository.js';

/** What to compare with. */
export interface Since {
  /** The branch, tag or commit that this branch left. */
  readonly ref: string;
  /** Whether hours may only be added if others are taken away. */
  readonly isGrowthRefused: boolean;
}

/** The same paths at the commit where this branch left `ref`, judged with today's settings and on the same day. */
export function earlierState(
  { ref, isGrowthRefused }: Since,
  { source, settings, configuration }: JudgedFiles,
  reuse: Reuse,
  io: Io,
): Promise<Earlier> {
  return inRepository(io, '--since', async ({ cwd, repository, inside }) => {
    const paths = source.map(inside);
    const commit = mergeBase(repository, ref);
    const tree = gitTree(repository, commit, pathsInRepository(paths, cwd, repository).flat());
    const { judged, problems } = await judgePaths(paths, settings, { cwd, tree, reuse });
    const unreadable = problems.filter((problem) => !isNothingThere(problem)).length;
    const isConfigurationChanged = configuration !== undefined && isChanged(resolve(cwd, configuration), tree);
    return { ref, commit, judged, unreadable, isConfigurationChanged, isGrowthRefused };
  });
}

function isChanged(path: string, earlier: Files): boolean {
  return earlier.kindOf(path) !== 'file' || !earlier.read(path).equals(disk.read(path));
}
