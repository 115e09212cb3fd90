import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { canLink } from '../support/can-link.js';
import { folderWith, run } from '../support/fake-io.js';
import { Repository } from '../support/git.js';
import { ELIMINATED, KEPT, UNDECIDED } from '../support/processes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const PARTLY = 'name: Half\nanswers: { value: { answer: partly, by: sales }, necessity: { answer: partly } }\n';

/** A repository with one process of each verdict on main, and a branch that is checked out. */
function branched(): Repository {
  const repository = new Repository({
    'processes/kept.yaml': KEPT,
    'processes/useless.yaml': ELIMINATED,
    'processes/half.yaml': PARTLY,
  });
  repository.git('switch', '--quiet', '-c', 'change');
  return repository;
}

async function since(repository: Repository, argv: readonly string[] = [], ref = 'main') {
  const { exit, stdout, stderr } = await run(['check', '--since', ref, ...argv], { cwd: repository.folder });
  return { exit, stdout, stderr, flat: stdout.replace(/\s+/g, ' '), last: stdout.trimEnd().split('\n').at(-1) };
}

describe('audit check --since', () => {
  test('what was there before passes, however bad', async () => {
    const { exit, last } = await since(branched());
    expect(last).toBe(
      'audit check passed: gate "unjustified": none of 3 processes fails, 2 not worse than before. Exit 0.',
    );
    expect(exit).toBe(0);
  });

  test('a new unjustified process fails, committed or not', async () => {
    const repository = branched();
    repository.write('processes/fresh.yaml', UNDECIDED);
    const { exit, stdout, last } = await since(repository);
    expect(exit).toBe(1);
    expect(stdout).toContain('FAILS (1)');
    expect(last).toContain('1 of 4 processes fails (fresh), 2 not worse than before');
    repository.commit('fresh');
    expect((await since(repository)).exit).toBe(1);
  });

  test('a worse verdict and a lower end of the score fail; a better one is listed', async () => {
    const repository = branched();
    repository.write(
      'processes/kept.yaml',
      KEPT.replace('{ answer: yes, why: speed wins, by: sales }', '{ answer: no, by: sales }'),
    );
    repository.write('processes/half.yaml', PARTLY.replace('partly, by', 'unknown, by'));
    repository.write('processes/useless.yaml', KEPT.replace('Kept', 'Useless'));
    const { exit, flat } = await since(repository);
    expect(exit).toBe(1);
    expect(flat).toContain('Worse: keep → eliminate; lowest score 100 → 85.71.');
    expect(flat).toMatch(/Worse: lowest score [\d.]+ → [\d.]+\./);
    expect(flat).toContain('BETTER THAN BEFORE (1) useless: eliminate → keep; lowest score 0 → 100');
  });

  test('compares with where the branch began, not with what main has become since', async () => {
    const repository = branched();
    repository.git('switch', '--quiet', 'main');
    repository.remove('processes/useless.yaml');
    repository.commit('main abolishes it');
    repository.git('switch', '--quiet', 'change');
    expect((await since(repository)).exit).toBe(0);
  });

  test('a renamed file with the same id is the same process', async () => {
    const repository = branched();
    repository.git('mv', 'processes/useless.yaml', 'processes/other.yaml');
    expect((await since(repository)).exit).toBe(1);
    repository.write('processes/other.yaml', `id: useless\n${ELIMINATED}`);
    expect((await since(repository)).exit).toBe(0);
  });

  test('never touches the working tree', async () => {
    const repository = branched();
    repository.write('processes/useless.yaml', KEPT.replace('Kept', 'Useless'));
    repository.write('untracked.txt', 'mine');
    const before = repository.git('status', '--porcelain');
    await since(repository);
    expect(repository.git('status', '--porcelain')).toBe(before);
  });

  test.skipIf(!canLink)('evidence, globs, links and folders are seen as they were', async () => {
    const withEvidence = KEPT.replace('why: speed wins', 'evidence: [proof/a.md]');
    const repository = new Repository({
      'processes/deep/kept.yaml': withEvidence,
      'processes/deep/proof/a.md': '# A',
      'real/bad.yaml': ELIMINATED,
    });
    symlinkSync('../real/bad.yaml', join(repository.folder, 'processes/bad.yaml'));
    symlinkSync('deep', join(repository.folder, 'processes/again'));
    repository.commit('links');
    for (const paths of [
      ['processes'],
      ['processes/*.yaml', 'processes/d*/*.yaml'],
      ['processes/bad.yaml', 'processes/deep'],
    ]) {
      const { exit, last, stdout } = await since(repository, paths, 'HEAD');
      expect([paths, exit, last]).toEqual([paths, 0, expect.stringContaining('1 not worse than before')]);
      expect(stdout).not.toContain('GONE');
    }
    repository.remove('processes/deep/proof/a.md');
    expect((await since(repository, ['--fail-on', 'conditions'], 'HEAD')).exit).toBe(1);
  });

  test.skipIf(!canLink)('works from a folder of the repository, and through a link to it', async () => {
    const repository = new Repository({ 'sales/processes/useless.yaml': ELIMINATED, 'readme.md': '' });
    const link = join(folderWith({}), 'link');
    symlinkSync(repository.folder, link);
    for (const cwd of [join(repository.folder, 'sales'), join(link, 'sales')]) {
      const { exit, stderr } = await run(['check', '--since', 'HEAD'], { cwd });
      expect([exit, stderr]).toEqual([0, '']);
    }
  });

  test('what could not be judged then counts as new, and is said', async () => {
    const repository = new Repository({ 'processes/a.yaml': 'name: [\n', 'processes/b.yaml': ELIMINATED });
    repository.write('processes/a.yaml', UNDECIDED);
    const { exit, flat } = await since(repository, [], 'HEAD');
    expect(flat).toMatch(/\d problems? in the files of that commit/);
    expect(exit).toBe(1);
  });

  test('a configuration that the change changes is said', async () => {
    const repository = branched();
    repository.write('audit.config.yaml', 'keep_at: 0\n');
    expect((await since(repository)).flat).toContain('The configuration is another one than it was then');
    repository.commit('configuration');
    expect((await since(repository, [], 'HEAD')).flat).not.toContain('another one');
  });

  test('a line that the change adds to the baseline lets nothing through, unless the baseline is named', async () => {
    const repository = branched();
    repository.write('processes/fresh.yaml', UNDECIDED);
    expect((await run(['check', '--update-baseline'], { cwd: repository.folder })).exit).toBe(0);
    expect((await since(repository)).exit).toBe(1);
    expect((await since(repository, ['--baseline', 'audit-baseline.yaml'])).exit).toBe(0);
  });

  test('a baseline that is more lenient than the earlier commit does not decide', async () => {
    const repository = new Repository({ 'processes/a.yaml': UNDECIDED });
    await run(['check', '--update-baseline'], { cwd: repository.folder });
    repository.write('processes/a.yaml', KEPT);
    repository.commit('justified');
    repository.write('processes/a.yaml', UNDECIDED);
    const { exit, flat } = await since(repository, ['--baseline', 'audit-baseline.yaml'], 'HEAD');
    expect(flat).toContain('Worse: keep → undecided');
    expect(exit).toBe(1);
  });

  test('what a hook says of another repository is not believed', async () => {
    const repository = new Repository({ 'processes/p.yaml': ELIMINATED, 'sub/readme.md': '' });
    repository.write('sub/processes/p.yaml', ELIMINATED);
    const { status } = spawnSync(process.execPath, [join(root, 'bin/audit.js'), 'check', '--since', 'HEAD'], {
      cwd: join(repository.folder, 'sub'),
      env: { ...process.env, CI: 'true', GIT_DIR: join(repository.folder, '.git') },
    });
    expect(status).toBe(1);
  });

  test('evidence that git does not keep was there before if it is there now', async () => {
    const proven = KEPT.replace('why: speed wins', 'evidence: [../ignored/proof.txt]');
    const repository = new Repository({ '.gitignore': 'ignored\n', 'processes/kept.yaml': proven });
    repository.write('ignored/proof.txt', 'yes');
    const { stdout } = await since(repository, [], 'HEAD');
    expect(stdout).not.toContain('BETTER');
  });

  test.skipIf(!canLink)('a link out of the repository leads nowhere in the commit', async () => {
    const outside = folderWith({ 'x/useless.yaml': ELIMINATED });
    const repository = new Repository({ 'shared/useless.yaml': ELIMINATED, 'readme.md': '' });
    symlinkSync(join(outside, 'x'), join(repository.folder, 'processes'));
    repository.commit('link');
    expect((await since(repository, ['processes'], 'HEAD')).exit).toBe(1);
  });

  test('a clone that lacks contents: exit 2 with what to do', async () => {
    const repository = branched();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(folderWith({}), 'clone');
    repository.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      pathToFileURL(repository.folder).href,
      clone,
    );
    const git = (...args: string[]) => spawnSync('git', args, { cwd: clone });
    git('sparse-checkout', 'set', '--no-cone', '/nothing');
    git('checkout', '--quiet');
    git('remote', 'set-url', 'origin', 'file:///nowhere');
    const cwd = folderWith({ 'processes/kept.yaml': KEPT });
    spawnSync('cp', ['-r', join(cwd, 'processes'), clone]);
    const { exit, stderr } = await run(['check', '--since', 'HEAD'], { cwd: clone });
    expect(stderr).toContain('git fetch --refetch');
    expect(exit).toBe(2);
  });

  test('a folder that did not exist then makes everything new', async () => {
    const repository = new Repository({ 'readme.md': '' });
    repository.write('processes/useless.yaml', ELIMINATED);
    repository.write('processes/kept.yaml', KEPT);
    const { exit, last } = await since(repository, [], 'HEAD');
    expect(last).toContain('1 of 2 processes fails (useless)');
    expect(exit).toBe(1);
  });
});

describe('what git cannot tell is exit 2 with what to do', () => {
  test.each([
    ['nowhere', 'git knows no "nowhere"'],
    ['--output=x', '"--output=x" is not a valid git ref'],
    ['main:processes', 'git knows no "main:processes"'],
    ['^main', 'git knows no "^main"'],
  ])('an unknown ref: %s', async (ref, message) => {
    const repository = branched();
    const { exit, stderr } = await run(['check', `--since=${ref}`], { cwd: repository.folder });
    expect(stderr).toContain(`audit: --since: ${message}`);
    expect(stderr).toContain('"git fetch origin main" brings it');
    expect(exit).toBe(2);
  });

  test('a shallow clone', async () => {
    const repository = branched();
    repository.commit('second');
    const clone = join(folderWith({}), 'clone');
    repository.git('clone', '--quiet', '--depth', '1', pathToFileURL(repository.folder).href, clone);
    const { exit, stderr } = await run(['check', '--since', 'HEAD'], { cwd: clone });
    expect(stderr).toContain('this is a shallow clone');
    expect(stderr).toContain('fetch-depth: 0');
    expect(exit).toBe(2);
  });

  test('histories that never met', async () => {
    const repository = branched();
    repository.git('switch', '--quiet', '--orphan', 'other');
    repository.write('processes/kept.yaml', KEPT);
    repository.commit('orphan');
    const { exit, stderr } = await since(repository);
    expect(stderr).toContain('HEAD and "main" have no commit in common');
    expect(exit).toBe(2);
  });

  test('a path or glob that is longer than any', async () => {
    const repository = branched();
    for (const path of ['a'.repeat(200_000), '*'.repeat(200_000), `${'['.repeat(40_000)}${']'.repeat(40_000)}`]) {
      repository.write('audit.config.yaml', `processes: ["${path}"]\n`);
      for (const argv of [['check', '--since', 'main'], ['trend'], ['diff', 'main']]) {
        const { exit, stderr } = await run(argv, { cwd: repository.folder });
        expect(exit, stderr).toBeLessThan(3);
        if (argv[0] !== 'trend') expect(exit).toBe(2);
      }
    }
  });

  test.skipIf(process.platform === 'win32')('that git is ended, or ends without a word', async () => {
    const repository = branched();
    const before = process.env['PATH'];
    const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    try {
      for (const end of ['kill -9 $$', 'exit 7'])
        for (const command of ['ls-tree', 'cat-file', 'is-shallow', ' log ']) {
          const tools = folderWith({
            git: `#!/bin/sh\ncase "$*" in *"${command}"*) ${end};; esac\nexec ${git} "$@"\n`,
          });
          chmodSync(join(tools, 'git'), 0o755);
          process.env['PATH'] = `${tools}:${before}`;
          const { exit, stderr } = await run(['trend'], { cwd: repository.folder });
          expect([end, command, exit, stderr]).toEqual([
            end,
            command,
            2,
            expect.stringContaining(
              end === 'exit 7'
                ? 'audit trend: git failed without saying why (7)'
                : 'audit trend: git was killed by SIGKILL',
            ),
          ]);
        }
    } finally {
      process.env['PATH'] = before;
    }
  });

  test('no repository, no commit, standard input, a path outside', async () => {
    const files = { 'processes/kept.yaml': KEPT };
    const outside = folderWith(files);
    expect(await run(['check', '--since', 'main'], { cwd: outside })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('is not in a git repository'),
    });
    const empty = new Repository();
    mkdirSync(join(empty.folder, 'processes'));
    empty.write('processes/kept.yaml', KEPT);
    expect((await since(empty, [], 'HEAD')).exit).toBe(2);
    const repository = branched();
    expect((await since(repository, ['-'])).stderr).toContain('standard input has no earlier state');
    expect((await since(repository, [join(outside, 'processes')])).stderr).toContain('is outside the repository');
  });
});

describe('one in, one out', () => {
  const costly = (name: string, people: number) =>
    KEPT.replace('Kept', name).replace('people: 10', `people: ${people}`);

  test.each([
    ['a new process and none less', { add: costly('New', 10) }, 1, 'no-growth: 24 h a year added, none taken away'],
    ['a new process for an old one', { add: costly('New', 20), remove: true }, 0, ''],
    ['more people', { change: costly('Kept', 20) }, 1, 'no-growth: 24 h a year added'],
    ['fewer people', { change: costly('Kept', 5) }, 0, ''],
    ['a range that only widens', { change: KEPT.replace('minutes: 12', 'minutes: [11, 600]') }, 1, 'no-growth'],
    ['hours that are no longer stated', { change: KEPT.replace(/effort.*\n/, '') }, 1, 'no-growth'],
    [
      'a new process whose hours are not stated',
      { add: KEPT.replace(/effort.*\n/, '') },
      1,
      'no-growth: new does not state its hours, none taken away',
    ],
    ['nothing', {}, 0, ''],
  ])('%s', async (_, { add, change, remove }: { add?: string; change?: string; remove?: boolean }, expected, says) => {
    const repository = new Repository({ 'processes/kept.yaml': KEPT, 'processes/old.yaml': costly('Old', 1) });
    if (add) repository.write('processes/new.yaml', add);
    if (change) repository.write('processes/kept.yaml', change);
    if (remove) repository.remove('processes/old.yaml');
    const { exit, last, flat } = await since(repository, ['--no-growth'], 'HEAD');
    expect(last).toContain(says);
    expect(exit).toBe(expected);
    expect(flat).toContain('The change adds ');
    expect((await since(repository, [], 'HEAD')).exit).toBe(0);
  });

  test('unknown hours are named, never taken as zero', async () => {
    const repository = new Repository({ 'processes/kept.yaml': KEPT });
    repository.write('processes/fresh.yaml', KEPT.replace(/effort.*\n/, ''));
    const { flat } = await since(repository, ['--no-growth'], 'HEAD');
    expect(flat).toContain('The change adds 0 h a year and takes 0 h away; fresh does not say how many.');
  });

  test('hours that are stated for the first time are said', async () => {
    const repository = new Repository({ 'processes/kept.yaml': KEPT.replace(/effort.*\n/, '') });
    repository.write('processes/kept.yaml', KEPT);
    expect((await since(repository, ['--no-growth'], 'HEAD')).flat).toContain('kept says it for the first time');
  });

  test('a retired process gives its hours back', async () => {
    const repository = new Repository({ 'processes/kept.yaml': KEPT, 'processes/old.yaml': costly('Old', 10) });
    repository.write(
      'processes/old.yaml',
      `${costly('Old', 10)}status: retired\nretired: { on: 2026-06-30, why: unused }\n`,
    );
    repository.write('processes/new.yaml', costly('New', 10));
    const { exit, flat } = await since(repository, ['--no-growth'], 'HEAD');
    expect(flat).toContain('The change adds 24 h a year and takes 24 h away.');
    expect(exit).toBe(0);
  });
});

// A script for bash.
describe.skipIf(process.platform === 'win32')('the step of action.yml', () => {
  function step(cwd: string, inputs: Readonly<Record<string, string>>) {
    const output = join(folderWith({ output: '' }), 'output');
    const { CI: _, ...env } = process.env;
    const { status, stdout } = spawnSync('bash', [join(root, '.ci/action.sh')], {
      cwd,
      encoding: 'utf8',
      env: { ...env, ACTION: root, GITHUB_OUTPUT: output, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, ...inputs },
    });
    return { status, stdout, output: readFileSync(output, 'utf8') };
  }

  test('counts and the verdict are outputs, and files are written', () => {
    const repository = branched();
    const { status, stdout, output } = step(repository.folder, { INPUT_FORMAT: 'sarif json' });
    expect(status).toBe(1);
    expect(stdout).toContain('::error file=processes/useless.yaml,line=4,col=42');
    expect(output).toBe('verdict=failed\nprocesses=3\nunjustified=2\nfailing=2\n');
    expect(JSON.parse(readFileSync(join(repository.folder, 'audit.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(JSON.parse(readFileSync(join(repository.folder, 'audit.json'), 'utf8')).schemaVersion).toBe(1);
  });

  test('every input reaches the check, as text and nothing else', () => {
    const { folder } = branched();
    expect(step(folder, { INPUT_SINCE: 'main' })).toMatchObject({
      status: 0,
      output: expect.stringContaining('failing=0'),
    });
    expect(
      step(folder, { INPUT_FAIL_ON: 'eliminate', INPUT_PATHS: 'processes/kept.yaml\nprocesses/half.yaml' }),
    ).toMatchObject({
      status: 0,
      output: 'verdict=passed\nprocesses=2\nunjustified=1\nfailing=0\n',
    });
    for (const hostile of [
      { INPUT_PATHS: '--no-fail' },
      { INPUT_PATHS: '$(touch pwned)' },
      { INPUT_FORMAT: 'x;y' },
      { INPUT_SINCE: '-x' },
    ])
      expect(step(folder, hostile)).toMatchObject({ status: 2 });
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });
});

describe('a repository with twenty bad processes', () => {
  const twenty = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`processes/bad-${index}.yaml`, index % 2 ? UNDECIDED : ELIMINATED]),
  );

  test('adopts the check in three commands; then a bad change goes red, and a justified one green', async () => {
    const repository = new Repository(twenty);
    const cwd = repository.folder;

    // Three commands: baseline, workflow, first green.
    expect((await run(['check', '--update-baseline'], { cwd })).exit).toBe(0);
    expect((await run(['init', '--ci', 'github'], { cwd })).stdout).toBe(
      'wrote  .github/workflows/sales-process-audit.yml\n',
    );
    expect((await run(['check'], { cwd })).exit).toBe(0);
    repository.commit('adopt the audit');

    // A pull request that adds an unjustified process, as GitHub Actions runs it.
    repository.git('switch', '--quiet', '-c', 'one-more-form');
    repository.write('processes/one-more-form.yaml', ELIMINATED.replace('Useless', 'One more form'));
    repository.commit('one more form');
    const summary = join(folderWith({ 'summary.md': '' }), 'summary.md');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: cwd };
    const red = await run(['check', '--since', 'main'], { cwd, env });
    expect(red.exit).toBe(1);
    expect(red.stdout).toContain('::error file=processes/one-more-form.yaml,line=4,col=42,title=One more form::');
    const text = readFileSync(summary, 'utf8');
    expect(text).toContain('# ❌ Sales process audit: failed');
    expect(text).toContain('- `one-more-form`: new, Eliminate, 460 h a year');
    expect(text).toMatch(/\| Eliminate \| fails \| One more form \|/);

    // The same change, justified.
    repository.write('processes/one-more-form.yaml', KEPT.replace('Kept', 'One more form'));
    repository.commit('say why');
    const green = await run(['check', '--since', 'main'], { cwd, env });
    expect(green.exit).toBe(0);
    expect(green.stdout).not.toContain('::error');

    // Merged, the push to main is green as well, by the baseline.
    expect((await run(['check'], { cwd })).exit).toBe(0);
  });
});

test('a workflow below the top of the repository is where nobody looks, and that is said', async () => {
  const cwd = new Repository({}).folder;
  const { exit, stderr } = await run(['init', 'our sales', '--ci', 'github'], { cwd });
  const said = stderr.replace(/\s+/g, ' ');
  expect(exit).toBe(0);
  expect(said).toContain('CI only looks for it at the top of the repository: move it to');
  expect(said).toContain('Next: cd "our sales" audit check --update-baseline');
  expect((await run(['init', '.', '--ci', 'gitlab'], { cwd })).stderr).toMatch(/^\nNext:\n {2}audit check/);
});

test.each([
  ['github', '.github/workflows/sales-process-audit.yml'],
  ['gitlab', '.gitlab-ci.yml'],
])(
  'audit init --ci %s writes a workflow that is YAML, once, and says what to do when there is one',
  async (system, path) => {
    const cwd = folderWith({});
    const { stdout, stderr } = await run(['init', '--ci', system], { cwd });
    expect(stdout).toBe(`wrote  ${path}\n`);
    expect(stderr).toContain('audit check --update-baseline');
    const text = readFileSync(join(cwd, path), 'utf8');
    const document = parseDocument(text);
    expect(document.errors).toEqual([]);
    expect(text).toMatch(/npx --yes sales-process-audit@\d+\.\d+\.\d+ check --since /);
    const again = await run(['init', '--ci', system], { cwd });
    expect(again.exit).toBe(2);
    expect(again.stderr).toContain('already exists');
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(text);
  },
);
