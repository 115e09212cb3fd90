import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { CI_SYSTEMS, ciWorkflow } from '../src/commands/init/ci-workflow.js';
import { folderWith } from './support/fake-io.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Runs a script of Node's in which the given variables are set, or left out where they are undefined. */
function node(script: string, argv: readonly string[], env: Readonly<Record<string, string | undefined>> = {}) {
  return spawnSync(process.execPath, [script, ...argv], { encoding: 'utf8', env: { ...process.env, ...env } });
}

/** Path to hash and permissions of every file that npm would pack from a dist folder. */
function contentsOf(dist: string): Record<string, string> {
  const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => !path.endsWith('.cache'));
  const files = paths.filter((path) => lstatSync(join(dist, path)).isFile());
  return Object.fromEntries(
    files.map((path) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('hex');
      return [path.replaceAll(sep, '/'), `${(lstatSync(join(dist, path)).mode & 0o777).toString(8)} ${hash}`];
    }),
  );
}

describe('the build', () => {
  // Everything but what is installed: the two share that.
  const SOURCES = ['.ci', 'bin', 'src', 'processes', 'package.json', 'package-lock.json', 'tsconfig.json'];
  const DOCUMENTS = ['README.md', 'LICENSE', 'CHANGELOG.md'];

  test('makes the same files in another folder, whatever the umask there is', () => {
    const copy = join(folderWith({}), 'a folder with another name', 'and depth');
    mkdirSync(copy, { recursive: true });
    for (const path of [...SOURCES, ...DOCUMENTS]) cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const umask = process.umask(0o077);
    const built = node(join(copy, '.ci/build.mjs'), []);
    process.umask(umask);
    expect(built.stderr).toBe('');
    expect(contentsOf(join(copy, 'dist'))).toEqual(contentsOf(join(root, 'dist')));
  });

  test('says what is missing without development dependencies; an install goes on, packing fails', () => {
    const copy = folderWith({});
    cpSync(join(root, '.ci'), join(copy, '.ci'), { recursive: true });
    const prepare = (command: string) =>
      node(join(copy, '.ci/build.mjs'), [], { npm_lifecycle_event: 'prepare', npm_command: command });
    for (const [command, exit] of [
      ['ci', 0],
      ['install', 0],
      ['pack', 1],
    ] as const) {
      const { status, stderr } = prepare(command);
      expect(stderr).toBe(
        'audit: not built, because the development dependencies are missing; run "npm ci --include=dev"\n',
      );
      expect(status).toBe(exit);
    }
  });
});

test('every package that is bundled is listed with the text of its licence, and nothing else is', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    outdir: 'unused',
    external: ['*?raw'],
    metafile: true,
    write: false,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const bundled = new Set<string>();
  for (const [path, { bytesInOutput }] of inputs) {
    const folder = path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];
    if (folder === undefined || bytesInOutput === 0) continue;
    const { name, version, license } = JSON.parse(read(`${folder}/package.json`));
    bundled.add(`${name} ${version}\nLicence: ${license}`);
  }

  const [, ...sections] = read('dist/THIRD-PARTY-NOTICES.txt').split(`\n${'='.repeat(80)}\n`);
  const listed = sections.map((section) => {
    const [heading, ...text] = section.split('\n\n');
    expect(text.join('\n\n'), heading).toMatch(/copyright/i);
    expect(text.join('\n\n'), heading).toMatch(/without warranty|"AS IS"/i);
    return heading;
  });
  expect(listed).toEqual([...bundled].sort());
  expect(listed.length).toBeGreaterThan(20);
});

describe('the command', () => {
  test('says in one line what to run where dist is missing, and exits 2', () => {
    const copy = folderWith({ 'bin/audit.js': read('bin/audit.js'), 'bin/package.json': read('bin/package.json') });
    for (const argv of [['check'], ['--version']]) {
      const { status, stdout, stderr } = node(join(copy, 'bin/audit.js'), argv);
      expect(stderr).toMatch(/^audit: not built: .*run "npm run build".*\n$/);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    }
  });

  // Node 22.1 and later would keep compiled code there, and run what it finds; Node 20 can't.
  test('leaves nothing in the temporary folder, and so runs no code from there', () => {
    const copy = folderWith({});
    for (const path of ['bin', 'dist', 'package.json'])
      cpSync(join(root, path), join(copy, path), { recursive: true, filter: (from) => !from.endsWith('.cache') });
    const temporary = folderWith({});
    const variables = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, NODE_COMPILE_CACHE: undefined };
    const processes = join(root, 'processes');
    expect(node(join(copy, 'bin/audit.js'), [processes, '--no-cache', '--quiet'], variables).status).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(read('bin/audit.js')).not.toMatch(/^(?!\s*\/\/).*enableCompileCache/m);
  });

  test.skipIf(process.platform === 'win32')('writes a report of action.yml in place of a link, not through it', () => {
    const cwd = folderWith({ 'processes/a.yaml': 'name: A\n' });
    const outside = join(folderWith({ 'kept.txt': 'kept' }), 'kept.txt');
    for (const format of ['json', 'sarif']) symlinkSync(outside, join(cwd, `audit.${format}`));
    const output = join(cwd, 'output');
    spawnSync('bash', [join(root, '.ci/action.sh')], {
      cwd,
      env: { ...process.env, ACTION: root, INPUT_FORMAT: 'json sarif', GITHUB_OUTPUT: output },
    });
    expect(readFileSync(outside, 'utf8')).toBe('kept');
    expect(JSON.parse(readFileSync(join(cwd, 'audit.json'), 'utf8')).totals.processes).toBe(1);
    expect(readFileSync(output, 'utf8')).toContain('processes=1\n');
  });
});

describe('what runs in CI', () => {
  type Step = { uses?: string; run?: string; with?: Record<string, unknown> };
  type Workflow = {
    permissions?: Record<string, string>;
    jobs: Record<string, { permissions?: Record<string, string>; steps: Step[] }>;
  };
  const workflows: [string, string][] = [
    ...readdirSync(join(root, '.github/workflows')).map((name): [string, string] => [
      `.github/workflows/${name}`,
      read(`.github/workflows/${name}`),
    ]),
    ['audit init --ci github', ciWorkflow('github').text],
  ];
  const texts: [string, string][] = [
    ...workflows,
    ['action.yml', read('action.yml')],
    ['README.md', read('README.md')],
    ['audit init --ci gitlab', ciWorkflow('gitlab').text],
  ];

  test.each(texts)('%s uses actions by commit, with the version beside it', (_, text) => {
    // The README also shows this repository as an action, which has no commit to name there.
    const used = [...text.matchAll(/uses: (.*)/g)]
      .map(([, action]) => action)
      .filter((it) => !it?.startsWith('OWNER/'));
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('the same version of an action is used everywhere', () => {
    const used = texts.flatMap(([, text]) => [...text.matchAll(/uses: (actions\/.*)/g)].map(([, action]) => action!));
    const names = new Set(used.map((action) => action.split('@')[0]));
    expect([...names].sort()).toEqual(['actions/checkout', 'actions/setup-node']);
    expect(new Set(used).size).toBe(names.size);
  });

  test.each(workflows)('%s may only read, keeps no credentials and needs no secret', (_, text) => {
    const { permissions, jobs } = parse(text) as Workflow;
    expect([{}, { contents: 'read' }]).toContainEqual(permissions);
    for (const [name, job] of Object.entries(jobs)) {
      // npm's trusted publishing needs a token that says which run it is; see package.test.ts.
      if (name !== 'publish') expect(job.permissions ?? { contents: 'read' }).toEqual({ contents: 'read' });
      for (const { uses, with: inputs } of job.steps)
        if (uses?.startsWith('actions/checkout@')) expect(inputs).toMatchObject({ 'persist-credentials': false });
    }
    expect(text).not.toMatch(/secrets\s*[.[]/);
    expect(text).not.toContain('pull_request_target');
  });

  test('the image of the GitLab template is named by version and digest', () => {
    expect(parse(ciWorkflow('gitlab').text)['sales-process-audit'].image).toMatch(
      /^node:\d+\.\d+\.\d+-\w+@sha256:[0-9a-f]{64}$/,
    );
  });

  test.each(CI_SYSTEMS)('the %s template names the base branch so that no tag can take its place', (system) => {
    expect(ciWorkflow(system).text).toMatch(/refs\/remotes\/origin\/\$/);
    expect(ciWorkflow(system).text).not.toMatch(/--since "?(?:origin|FETCH_HEAD)/);
  });

  test('the action installs what builds it under any setting of npm, and runs no install scripts', () => {
    const { runs } = parse(read('action.yml')) as { runs: { steps: (Step & { name?: string })[] } };
    const install = runs.steps.find(({ name }) => name === 'Install')?.run ?? '';
    const ci = install.split('\n').find((line) => line.startsWith('npm ci'));
    for (const flag of ['--include=dev', '--include=optional', '--ignore-scripts']) expect(ci).toContain(flag);
    expect(install).toContain('npm run build');
    expect(packageJson.scripts.build).toBe('node .ci/build.mjs');
  });
});
