import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith } from './support/fake-io.js';

const bin = fileURLToPath(new URL('../bin/audit.js', import.meta.url));

/** In bash, for `<(command)`; `$AUDIT` is the command. */
function inShell(command: string, cwd: string) {
  const { stdout, stderr, status } = spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, CI: '', AUDIT: `${process.execPath} ${bin} --as-of 2026-07-01` },
  });
  return { stdout, stderr, status };
}

describe('what can be read only once is read once, with a memory as without', () => {
  test.each(['$AUDIT <(cat x.txt)', 'cat x.txt | $AUDIT /dev/stdin', 'cat x.txt | $AUDIT -', '$AUDIT p <(cat x.txt)'])(
    '%s',
    (command) => {
      const cwd = folderWith({ 'x.txt': 'name: Piped\n', 'p/a.yaml': 'name: A\n' });
      const other = command.replace('cat x.txt', 'sed s/Piped/Another/ x.txt');
      for (const each of [command, command, other]) {
        const fresh = inShell(`${each} --no-cache`, cwd);
        expect(fresh).toMatchObject({ status: 0, stderr: '' });
        expect(inShell(`${each} --cache-location c`, cwd)).toEqual(fresh);
      }
    },
  );

  test('a configuration', () => {
    const cwd = folderWith({ 'p/a.yaml': 'name: A\n' });
    const command = '$AUDIT p --config <(echo "keep_at: 90")';
    const fresh = inShell(`${command} --no-cache`, cwd);
    expect(fresh.stdout).toContain('under 90');
    for (let times = 0; times < 2; times++) expect(inShell(`${command} --cache-location c`, cwd)).toEqual(fresh);
  });

  test('no other thread takes it', () => {
    const files = Object.fromEntries(Array.from({ length: 110 }, (_, at) => [`p/p${at}.yaml`, `name: P ${at}\n`]));
    const cwd = folderWith({ ...files, 'x.txt': 'name: Piped\n' });
    const audit = (paths: string) => inShell(`$AUDIT ${paths} --cache-location c --workers 1 --timing`, cwd).stderr;
    audit('p');
    rmSync(join(cwd, 'p/p1.yaml'));
    expect(audit('p')).toContain('1 worker');
    expect(audit('p <(cat x.txt)')).toContain('0 workers');
  });
});

test.each(['.memory', '.answer'])(
  'a pipe where a file of the memory should be is as if there were none (%s)',
  (end) => {
    const cwd = folderWith({ 'p/a.yaml': 'name: A\n' });
    const fresh = inShell('$AUDIT p --cache-location c', cwd);
    for (const name of readdirSync(join(cwd, 'c'))) {
      rmSync(join(cwd, 'c', name));
      if (name.endsWith(end)) execFileSync('mkfifo', [join(cwd, 'c', name)]);
    }
    expect(inShell('$AUDIT p --cache-location c', cwd)).toEqual(fresh);
  },
);
