import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { shortNameOf } from '../../src/cache/location.js';
import { readDescriptor } from '../../src/files/read-bounded.js';
import { folderWith } from '../support/fake-io.js';

const bin = fileURLToPath(new URL('../../bin/audit.js', import.meta.url));

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

// All of it is about pipes that have a name, which a shell of Windows does not hand over.
describe.skipIf(process.platform === 'win32')(
  'what can be read only once is read once, with a memory as without',
  () => {
    test.each([
      '$AUDIT <(cat x.txt)',
      'cat x.txt | $AUDIT /dev/stdin',
      'cat x.txt | $AUDIT -',
      '$AUDIT p <(cat x.txt)',
    ])('%s', (command) => {
      const cwd = folderWith({ 'x.txt': 'name: Piped\n', 'p/a.yaml': 'name: A\n' });
      const other = command.replace('cat x.txt', 'sed s/Piped/Another/ x.txt');
      for (const each of [command, command, other]) {
        const fresh = inShell(`${each} --no-cache`, cwd);
        expect(fresh).toMatchObject({ status: 0, stderr: '' });
        expect(inShell(`${each} --cache-location c`, cwd)).toEqual(fresh);
      }
    });

    test('a configuration', () => {
      const cwd = folderWith({ 'p/a.yaml': 'name: A\n' });
      const command = '$AUDIT p --config <(echo "keep_at: 90")';
      const fresh = inShell(`${command} --no-cache`, cwd);
      expect(fresh.stdout).toContain('under 90');
      for (let times = 0; times < 2; times++) expect(inShell(`${command} --cache-location c`, cwd)).toEqual(fresh);
    });
  },
);

describe.skipIf(process.platform === 'win32')('what is open is read', () => {
  const open = (command: string) => {
    const cwd = folderWith({});
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    // Held open by the shell, so that it has not ended whenever there is nothing in it.
    const writer = spawn('bash', ['-c', `exec 3<>pipe; touch ready; ${command}`], { cwd });
    while (!existsSync(join(cwd, 'ready'))) execFileSync('sleep', ['0.02']);
    return { descriptor: openSync(join(cwd, 'pipe'), constants.O_RDONLY | constants.O_NONBLOCK), writer };
  };
  const found = (isFile: boolean) => ({ isFile: () => isFile, size: 5 });

  test('to its end, where a system calls what lies in a pipe just now its size', async () => {
    const { descriptor } = open("printf name: >&3; sleep 0.3; printf ' All' >&3; sleep 2");
    await new Promise((done) => setTimeout(done, 150));
    expect(String(readDescriptor(descriptor, 9, found(false)))).toBe('name: All');
    closeSync(descriptor);
  });

  test('as a file without waiting: a pipe that took its place is refused', () => {
    const { descriptor, writer } = open('sleep 20');
    expect(() => {
      for (;;) readDescriptor(descriptor, 9, found(true));
    }).toThrow(expect.objectContaining({ code: 'ENOTFILE' }));
    closeSync(descriptor);
    writer.kill();
  });
});

test.skipIf(process.platform === 'win32')(
  'two folders that share a file of the memory have answers of their own',
  () => {
    const [one, other] = ['Aa', 'BB'].map((name) => `${name}/${'a-folder-with-a-long-name-of-forty-letters'}`) as [
      string,
      string,
    ];
    expect(shortNameOf(`/x/${one}`)).toBe(shortNameOf(`/x/${other}`));
    const text = 'name: A\nanswers: { value: { answer: yes, by: sales, evidence: [proof.md] } }\n';
    const top = folderWith({
      'audit.config.yaml': 'processes: p\n',
      [`${one}/p/a.yaml`]: text,
      [`${other}/p/a.yaml`]: text,
      [`${one}/p/proof.md`]: '',
    });
    for (const folder of [one, other, one]) {
      const cached = inShell(`$AUDIT p --cache-location ${join(top, 'c')}`, join(top, folder));
      expect(cached).toEqual(inShell('$AUDIT p --no-cache', join(top, folder)));
      expect(cached.stdout.includes('missing-evidence')).toBe(folder === other);
    }
  },
);

test.skipIf(process.platform === 'win32').each(['.entries', '.report'])(
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
