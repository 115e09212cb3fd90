import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith } from './fake-io.js';

/** A scratch repository: nothing of the machine's own configuration has a say in it. */
export class Repository {
  readonly folder: string;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.folder = folderWith(files);
    this.git('init', '--quiet', '--initial-branch=main');
    if (Object.keys(files).length > 0) this.commit('first');
  }

  git(...args: string[]): string {
    return this.gitOn(undefined, ...args);
  }

  /** On a day that is pretended to be today. */
  private gitOn(day: string | undefined, ...args: string[]): string {
    return execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        ...(day !== undefined && { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` }),
      },
    }).trim();
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** Commits everything, optionally as of a day. */
  commit(message: string, day?: string): string {
    this.git('add', '--all');
    this.gitOn(day, 'commit', '--quiet', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
}
