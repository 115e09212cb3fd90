import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, run } from './support/fake-io.js';
import { withFault } from './support/faults.js';
import { namesBelow } from './support/files-below.js';

/** Whatever fails and whenever: no file is ever half there, and the exit code is the documented one. */

const bin = fileURLToPath(new URL('../bin/audit.js', import.meta.url));

const FILES = {
  'audit.config.yaml': 'processes: p\n',
  'p/a.yaml': 'name: A\nowner: finance\nwaiver: { reason: r, approved_by: CFO, until: 2026-12-31 }\n',
  'p/b.yaml': 'name: B\nanswers: { value: { answer: no, by: sales } }\n',
  'audit-baseline.yaml': 'version: 1\naccepted: []\n',
  'sheet.yaml':
    'sheet: 1\nrole: sales\nanswers:\n  a: { value: { answer: no, why: w } }\n  b: { trust: { answer: yes, why: w } }\n',
  'old.json': '{"old": true}\n',
  'report.json':
    '{"schemaVersion":1,"asOf":"2026-06-01","settings":{"keepAt":33,"weights":{},"salesTeam":[]},"processes":[],"retired":[],"problems":[]}\n',
};

/** Every command that writes. */
const WRITERS: readonly (readonly string[])[] = [
  ['report', '-f', 'html', '-o', 'out/report.html'],
  ['report', '-f', 'json', '-o', 'old.json'],
  ['check', '--output.json=old.json', '--output.junit=new.xml'],
  ['check', '--update-baseline'],
  ['ask', '--from', 'sheet.yaml'],
  ['new', 'c'],
  ['new', 'c', '--dir', 'elsewhere/deep'],
  ['init', 'fresh'],
  ['init', '--ci', 'github'],
  ['plan', '-f', 'json', '-o', 'old.json'],
  ['graph', '-o', 'old.json'],
  ['diff', 'report.json', '-f', 'json', '-o', 'old.json'],
  ['schema', '-o', 'old.json'],
  ['waivers', '-o', 'old.json'],
  ['show', 'a', '-o', 'old.json'],
];

type Contents = Readonly<Record<string, string>>;

function contentsOf(folder: string): Contents {
  const paths = namesBelow(folder);
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

function reset(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Every file is what it was, or what the command makes of it, and there are no others. */
function expectWhole(found: Contents, after: Contents, what: string): void {
  for (const [path, text] of Object.entries(found)) {
    const known: Contents = FILES;
    // What could not be read is not in a report, and all else is.
    if (path in after && isWholeReport(path, text)) continue;
    expect([known[path], after[path]], `${what}: ${path}`).toContain(text);
  }
  expect(
    Object.keys(FILES).filter((path) => !(path in found)),
    what,
  ).toEqual([]);
}

function isWholeReport(path: string, text: string): boolean {
  // Half of one does not end a line where the whole does.
  if (/^(?:%%\{init|No waivers)/.test(text)) return text.endsWith('\n');
  if (path.endsWith('.html')) return text.startsWith('<!doctype html>') && text.trimEnd().endsWith('</html>');
  if (path.endsWith('.xml')) return text.startsWith('<?xml') && text.trimEnd().endsWith('</testsuites>');
  if (!path.endsWith('.json')) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

describe.each(WRITERS.map((argv) => [argv.join(' '), argv] as const))('audit %s', (_, argv) => {
  const cwd = folderWith({});

  test('leaves every file whole, whichever call to the disk fails', async () => {
    reset(cwd);
    const { result: done, count } = await withFault(cwd, undefined, () => run(argv, { cwd }));
    expect(done.exit, done.stderr).toBeLessThan(2);
    const after = contentsOf(cwd);
    expect(after).not.toEqual(FILES);
    for (let at = 1; at <= count; at++) {
      const code = ['EACCES', 'ENOSPC', 'EIO', 'EMFILE'][at % 4]!;
      reset(cwd);
      const { result, failed } = await withFault(cwd, { code, at, isLasting: false, isWritingOnly: false }, () =>
        run(argv, { cwd }),
      );
      const what = `audit ${argv.join(' ')}, ${code} in call ${at}, ${failed}\n${result.stderr}`;
      expect([done.exit, 2], what).toContain(result.exit);
      const found = contentsOf(cwd);
      expectWhole(found, after, what);
      // A sheet is taken in as a whole, or not.
      if (argv.includes('--from'))
        expect(
          [`${FILES['p/a.yaml']}${FILES['p/b.yaml']}`, `${after['p/a.yaml']}${after['p/b.yaml']}`],
          what,
        ).toContain(`${found['p/a.yaml']}${found['p/b.yaml']}`);
      if (result.exit === done.exit && done.exit === 0) continue;
      expect(result.stderr, what).not.toBe('');
    }
  }, 60_000);

  test('leaves every file whole on a disk that stays full, and says so', async () => {
    reset(cwd);
    const whole = await withFault(cwd, { code: 'ENOSPC', at: 0, isLasting: false, isWritingOnly: true }, () =>
      run(argv, { cwd }),
    );
    const after = contentsOf(cwd);
    for (let at = 1; at <= whole.count; at++) {
      reset(cwd);
      const { result, failed } = await withFault(
        cwd,
        { code: 'ENOSPC', at, isLasting: true, isWritingOnly: true },
        () => run(argv, { cwd }),
      );
      const what = `audit ${argv.join(' ')}, ENOSPC from call ${at}, ${failed}\n${result.stderr}`;
      const found = contentsOf(cwd);
      expectWhole(found, after, what);
      expect([whole.result.exit, 2], what).toContain(result.exit);
      if (result.exit < 2) expect(found, what).toEqual(after);
      // What was saved before the disk was full is not said to be gone.
      if (argv.includes('--from') && found['p/a.yaml'] !== FILES['p/a.yaml'] && result.exit === 2)
        expect(result.stderr, what).toContain('p/a.yaml');
    }
  }, 60_000);
});

describe.skipIf(process.platform === 'win32')('where there is room for the beginning of a file only', () => {
  const cwd = folderWith({});
  const long = `name: A\npurpose: ${'why '.repeat(10_000)}\n`;
  const state = () => ({ ...contentsOf(cwd), audited: readFileSync(join(cwd, 'p/a.yaml'), 'utf8') });

  test.each([
    ['ask', '--from', 'sheet.yaml'],
    ['schema', '-o', 'old.json'],
    ['report', '-f', 'html', '-o', 'new.html'],
    ['check', '--no-fail', '--output.json=old.json'],
  ])('"audit %s %s %s" changes nothing and says why', (...argv) => {
    reset(cwd);
    writeFileSync(join(cwd, 'p/a.yaml'), long);
    const before = state();
    const limited = ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, bin, ...argv];
    const { status, stderr } = spawnSync('sh', limited, { cwd, encoding: 'utf8', env: { ...process.env, CI: 'true' } });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/cannot write|file too large/i)]);
    expect(state()).toEqual(before);
  });
});

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Sends a signal to the program when it makes a call for the first time, or kills it in the middle of one. */
const AT_CALL = `
const fs = require('node:fs');
const { AT_CALL: name, WITH_SIGNAL: signal } = process.env;
const real = fs[name];
fs[name] = (...args) => {
  fs[name] = real;
  if (signal !== 'SIGKILL') process.kill(process.pid, signal);
  else if (/^write/.test(name)) real(args[0], String(args[1]).slice(0, 20));
  if (signal === 'SIGKILL') process.kill(process.pid, signal);
  return real(...args);
};
`;

describe.skipIf(process.platform === 'win32')('a signal', () => {
  const cwd = folderWith({});
  const tools = folderWith({ 'at-call.cjs': AT_CALL });

  const ended: string[] = [];

  const auditAt = (argv: readonly string[], call: string, signal: string) =>
    spawnSync(process.execPath, ['--require', join(tools, 'at-call.cjs'), bin, ...argv], {
      cwd,
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...process.env, CI: 'true', AT_CALL: call, WITH_SIGNAL: signal },
    });

  test.each(WRITERS.map((argv) => [argv.join(' '), argv] as const))(
    'leaves every file whole that "audit %s" writes',
    async (_, argv) => {
      reset(cwd);
      // Today: the folder that the other way of running it left is no measure.
      spawnSync(process.execPath, [bin, ...argv], { cwd, env: { ...process.env, CI: 'true' } });
      const after = contentsOf(cwd);
      const turn = WRITERS.indexOf(argv);
      for (const signal of [(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)[turn % 3]!, 'SIGKILL' as const]) {
        reset(cwd);
        const call = ['writeFileSync', 'fsyncSync', 'renameSync', 'writeSync'][(turn + signal.length) % 4]!;
        const { status, signal: endedBy, stderr } = auditAt(argv, call, signal);
        ended.push(`${signal} ${endedBy}`);
        const what = `${signal} in ${call}: ${status} ${endedBy}\n${stderr}`;
        if (signal === 'SIGKILL') expect([null, 0, 1], what).toContain(status);
        // Ended by the signal, as shells expect (130 for SIGINT), or done before it could be heard.
        else
          expect(endedBy === signal || status === 128 + SIGNALS[signal] || status === 0 || status === 1, what).toBe(
            true,
          );
        const found = contentsOf(cwd);
        // What a killed run leaves beside a file is hidden or has an ending of its own: it is never judged.
        const left = Object.keys(found).filter((path) => !(path in FILES) && !(path in after));
        if (signal !== 'SIGKILL' && endedBy === null) expect(left, what).toEqual([]);
        expect(
          left.filter((path) => /(?:^|\/)[^./][^/]*\.ya?ml$/.test(path)),
          what,
        ).toEqual([]);
        const kept = Object.fromEntries(Object.entries(found).filter(([path]) => !left.includes(path)));
        expectWhole(kept, after, what);
      }
    },
    60_000,
  );

  test('was really sent in some of these cases', () => {
    expect(ended).toContain('SIGKILL SIGKILL');
    expect(ended).toContain('SIGTERM SIGTERM');
  });
});

describe.skipIf(process.platform === 'win32')('a reader that leaves early', () => {
  test.each([
    'report -v',
    'report -f json',
    'check -f markdown',
    'show a',
    'waivers',
    'explain',
    'schema',
    'ask --print',
    '--help',
  ])('is no fault of "audit %s"', (command) => {
    const cwd = folderWith(FILES);
    const line = `"${process.execPath}" "${bin}" ${command} | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
    expect(stdout, stderr).toMatch(/^[01]\n$/);
    expect(contentsOf(cwd)).toEqual(FILES);
  });
});

/** Whether this machine can do it; where it cannot, the tests above stand in with calls that fail. */
function can(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

test.skipIf(process.platform !== 'linux').each([
  { argv: ['report', '-o', '/proc/nobody/report.txt'], exit: 2 },
  { argv: ['new', 'c', '--dir', '/proc/nobody/processes'], exit: 2 },
  // What cannot be remembered is not missed.
  { argv: ['report', '--cache-location', '/proc/nobody/memory'], exit: 0 },
])('a folder that cannot be made is not waited for: exit $exit for $argv', ({ argv, exit }) => {
  const options = { cwd: folderWith(FILES), encoding: 'utf8', timeout: 20_000 } as const;
  const { status, stderr } = spawnSync(process.execPath, [bin, ...argv], options);
  expect(status).toBe(exit);
  expect(stderr).toMatch(exit === 0 ? /^$/ : /^audit: cannot write .*: there is no such file or folder/);
});

test.skipIf(process.platform !== 'linux')('200 files are read with room for no more than 21 open files', () => {
  const files = Array.from({ length: 200 }, (_, at) => [`processes/p${at}.yaml`, `name: P ${at}\n`]);
  const cwd = folderWith(Object.fromEntries(files));
  // Node 20 itself starts with 19, later ones with 21.
  const command = ['-c', 'ulimit -n 21; exec "$0" "$1" --no-cache', process.execPath, bin];
  const { status, stderr, stdout } = spawnSync('bash', command, { cwd, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('200 processes');
});

describe.skipIf(process.platform !== 'linux')('a disk that is really full', () => {
  test.each(['report', 'check --no-fail', 'show a', 'waivers', 'schema', 'explain'])(
    'is heard by "audit %s": exit 2',
    (command) => {
      const cwd = folderWith(FILES);
      const shell = `"${process.execPath}" "${bin}" ${command}`;
      const redirected = spawnSync('bash', ['-c', `${shell} > /dev/full`], { cwd, encoding: 'utf8' });
      expect(redirected.stderr).toContain('audit: cannot write the output');
      expect(redirected.status).toBe(2);
      if (command === 'explain') return;
      const named = spawnSync('bash', ['-c', `${shell} -o /dev/full`], { cwd, encoding: 'utf8' });
      expect(named.stderr).toContain('audit: cannot write /dev/full: the disk is full');
      expect(named.status).toBe(2);
    },
  );

  test('keeps what was there', ({ skip }) => {
    const cwd = folderWith({ 'mounted/x': '' });
    const mounted = join(cwd, 'mounted');
    if (!can('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mounted)) skip('no file system can be mounted here');
    try {
      for (const [path, text] of Object.entries(FILES)) {
        mkdirSync(dirname(join(mounted, path)), { recursive: true });
        writeFileSync(join(mounted, path), text);
      }
      // The rest of the disk, to the last byte.
      spawnSync('bash', ['-c', `cat /dev/zero > "${mounted}/rest" 2> /dev/null`]);
      const before = contentsOf(mounted);
      for (const argv of WRITERS) {
        const { status, stderr } = spawnSync(process.execPath, [bin, ...argv], {
          cwd: mounted,
          encoding: 'utf8',
          env: { ...process.env, CI: 'true' },
        });
        expect(`${status} ${stderr}`, argv.join(' ')).toMatch(/^2 [\s\S]*(?:ENOSPC|the disk is full)/);
        expect(contentsOf(mounted), argv.join(' ')).toEqual(before);
      }
    } finally {
      execFileSync('umount', [mounted]);
    }
  }, 60_000);
});

describe.skipIf(process.platform === 'win32')('a folder in which nothing may be written', () => {
  test('is said, exit 2, and all is as it was', ({ skip }) => {
    const cwd = folderWith(FILES);
    const isRoot = process.getuid?.() === 0;
    // Root may write everywhere but where the file system itself forbids it.
    const folders = [cwd, join(cwd, 'p')];
    const lock = () =>
      isRoot ? folders.every((folder) => can('chattr', '+i', folder)) : can('chmod', '555', ...folders);
    if (!lock()) skip('neither permissions nor chattr keep this user from writing here');
    try {
      for (const argv of WRITERS.filter(([name]) => name !== 'new')) {
        const { status, stderr } = spawnSync(process.execPath, [bin, ...argv], {
          cwd,
          encoding: 'utf8',
          env: { ...process.env, CI: 'true' },
        });
        expect(`${status} ${stderr}`, argv.join(' ')).toMatch(/^2 [\s\S]*(?:EPERM|EACCES|permission denied)/);
        expect(contentsOf(cwd), argv.join(' ')).toEqual(FILES);
      }
    } finally {
      if (isRoot) can('chattr', '-i', ...folders);
      else can('chmod', '755', ...folders);
    }
  }, 60_000);
});
