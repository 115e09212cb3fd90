import { isAbsolute, relative } from 'node:path';
import { repositoryTop, slashed } from '../../files/paths.js';
import type { Io } from '../../io.js';

/**
 * Makes text safe for the log of a CI system. GitHub Actions runs lines that start with `::` and anything after `##[` as
 * commands, Azure Pipelines what follows `##vso[` or `##[`: nothing from a process file may become one.
 */
export function withoutCommands(text: string, { env }: Pick<Io, 'env'>): string {
  if (env['GITHUB_ACTIONS'] !== 'true' && env['TF_BUILD'] === undefined) return text;
  return text.replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1: ').replace(/##(?=\w*\[)/g, '## ');
}

/**
 * Where the repository's top folder is, as the formats for CI systems need it: from the CI system, else from the nearest
 * `.git`. `pathPrefix` makes a path that is relative to the working directory start there: "" or "sales/".
 */
export function pathsOf({ cwd, env }: Pick<Io, 'cwd' | 'env'>): { readonly top?: string; readonly pathPrefix: string } {
  const top = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'] || env['BUILD_SOURCESDIRECTORY'] || repositoryTop(cwd);
  if (top === undefined) return { pathPrefix: '' };
  const inside = slashed(relative(top, cwd));
  if (inside === '..' || inside.startsWith('../') || isAbsolute(inside)) return { pathPrefix: '' };
  return { top: slashed(top), pathPrefix: inside === '' ? '' : `${inside}/` };
}
