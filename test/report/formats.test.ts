import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { parseDocument } from 'yaml';
import { FORMAT_NAMES } from '../../src/report/formats/names.js';
import { folderWith, run } from '../support/fake-io.js';
import { AS_OF, processFile } from '../support/generate.js';
import { BROKEN, CONDITIONS, ELIMINATED, KEPT, UNDECIDED, waived } from '../support/processes.js';

const schemas = fileURLToPath(new URL('../schemas', import.meta.url));
const readSchema = (name: string) => readFileSync(`${schemas}/${name}`, 'utf8');

/** Ant's schema as its authors publish it now: the copy at hand is from before they allowed skipped tests. */
const antSchema = readSchema('JUnit.xsd')
  .replace('<xs:choice minOccurs="0">', '<xs:choice minOccurs="0"><xs:element name="skipped"/>')
  .replace('<xs:attribute name="errors"', '<xs:attribute name="skipped" type="xs:int"/><xs:attribute name="errors"');

const draft4 = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(draft4 as never);
const isSarif = draft4.compile(JSON.parse(readSchema('sarif-2.1.0-rtm.5.json')));
const isGitLab = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readSchema('gitlab-code-quality.json')),
);

async function xmlErrors(xml: string): Promise<string[]> {
  const errors: string[] = [];
  for (const [name, contents] of [
    ['JUnit.xsd', antSchema],
    ['jenkins-junit.xsd', readSchema('jenkins-junit.xsd')],
  ] as const) {
    const result = await validateXML({
      xml: [{ fileName: 'report.xml', contents: xml }],
      schema: [{ fileName: name, contents }],
    });
    errors.push(...result.errors.map(({ message }) => `${name}: ${message}`));
  }
  return errors;
}

/** Everything a reader might trip over. */
const HOSTILE = '<b>&"\'%0A::error::x,y:z]]> | `code` @everyone \u202e\u0007\u001b[31m \u2028 \uD83D\uDE00 ;|\\';
const hostile = `name: ${JSON.stringify(HOSTILE)}
owner: ${JSON.stringify(HOSTILE)}
answers: { necessity: { answer: no, why: ${JSON.stringify(HOSTILE)}, by: sales } }
`;

const ALL = {
  'processes/kept.yaml': KEPT,
  'processes/conditional.yaml': CONDITIONS,
  'processes/useless.yaml': ELIMINATED,
  'processes/open.yaml': UNDECIDED,
  'processes/excused.yaml': waived(ELIMINATED.replace('Useless', 'Excused')),
  'processes/hostile.yaml': hostile,
  'processes/broken.yaml': BROKEN,
};

let outputs: Record<string, string> = {};
beforeAll(async () => {
  const cwd = folderWith(ALL);
  for (const format of FORMAT_NAMES) {
    const { stdout, exit } = await run(['check', '-f', format], { cwd });
    expect(exit).toBe(2);
    outputs = { ...outputs, [format]: stdout };
  }
});

describe('is what its readers demand', () => {
  test('SARIF 2.1.0, by the schema', () => {
    expect(isSarif(JSON.parse(outputs['sarif']!)) ? [] : isSarif.errors).toEqual([]);
  });

  test('JUnit, by the schemas of Ant and of Jenkins', async () => {
    expect(await xmlErrors(outputs['junit']!)).toEqual([]);
  });

  test('GitLab Code Quality, with a fingerprint of its own for each issue', () => {
    const issues = JSON.parse(outputs['gitlab']!);
    expect(isGitLab(issues) ? [] : isGitLab.errors).toEqual([]);
    const fingerprints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  test('GitHub: every line is a command of its own, whatever a name holds', () => {
    const lines = outputs['github']!.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::/);
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(4);
    // Decoded as the runner does, the text is the text again.
    const about = lines.find((line) => line.includes('hostile.yaml'))!;
    const title = /title=([^:]*)::/.exec(about)![1]!;
    const decoded = title.replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%0A/g, '\n').replace(/%25/g, '%');
    expect(decoded).toContain('%0A::error::x,y:z]]>');
    expect(decoded).toContain('\\u{202e}\\u{7}\\u{1b}[31m');
  });
});

test('Azure Pipelines: every line is a command of its own, whatever a name holds', () => {
  const lines = outputs['azure']!.trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^##(?:vso\[task\.logissue [^\]]*\]|\[section\])[^\]]*$/);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^##vso\[task\.logissue type=error;sourcepath=processes\/useless\.yaml;linenumber=4;columnnumber=42\]Useless: /,
    ),
  );
});

describe('says the same in each format', () => {
  /** What fails, where: process id, line and column of the decisive words. */
  const WHERE = 'processes/useless.yaml';

  test('file, line and column', () => {
    expect(outputs['terminal']).toContain(`${WHERE}:4:42`);
    expect(outputs['markdown']!.replaceAll('\\', '')).toContain(`${WHERE}:4:42`);
    expect(outputs['github']).toContain(`::error file=${WHERE},line=4,col=42,title=Useless::`);
    expect(outputs['junit']).toContain(`${WHERE}:4:42`);
    const sarif = JSON.parse(outputs['sarif']!).runs[0].results;
    const own = sarif.find(
      ({ partialFingerprints }: never) => partialFingerprints['processAndRule/v1'] === 'useless/necessity-no',
    );
    expect(own.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: WHERE },
      region: { startLine: 4, startColumn: 42 },
    });
    const gitlab = JSON.parse(outputs['gitlab']!).find(
      ({ fingerprint }: never) => fingerprint === 'useless/necessity-no/fail',
    );
    expect(gitlab.location).toMatchObject({
      path: WHERE,
      lines: { begin: 4 },
      positions: { begin: { line: 4, column: 42 } },
    });
    const json = JSON.parse(outputs['json']!).processes.find(({ id }: { id: string }) => id === 'useless');
    expect(json.gate.reasons[0].place).toEqual({ file: WHERE, line: 4, column: 42 });
  });

  test('paths start at the top of the repository, also in a folder of it', async () => {
    const top = folderWith({ '.git/HEAD': '', 'sales/processes/useless.yaml': ELIMINATED });
    const inside = async (format: string) => (await run(['check', '-f', format], { cwd: `${top}/sales` })).stdout;
    expect(await inside('github')).toContain('file=sales/processes/useless.yaml,');
    expect(await inside('sarif')).toContain('"uri": "sales/processes/useless.yaml"');
    expect(await inside('gitlab')).toContain('"path": "sales/processes/useless.yaml"');
  });

  // On Windows no file can have such a name.
  test.skipIf(process.platform === 'win32')(
    'also when the configuration lies above, and when a name holds what an address may not',
    async () => {
      const top = folderWith({
        '.git/HEAD': '',
        'audit.config.yaml': 'processes: processes\nmax_burden: 1\n',
        'processes/a:b #?%25.yaml': `id: useless\n${ELIMINATED}`,
        'sub/readme.md': '',
      });
      const of = async (format: string) => (await run(['check', '-f', format], { cwd: `${top}/sub` })).stdout;
      expect(await of('github')).toContain('file=processes/a%3Ab #?%2525.yaml,');
      expect(await of('github')).toContain('file=audit.config.yaml,');
      const uris = [...(await of('sarif')).matchAll(/"uri": "(.*)"/g)].map(([, uri]) => uri);
      expect(new Set(uris)).toEqual(new Set(['processes/a%3Ab%20%23%3F%2525.yaml', 'audit.config.yaml']));
      expect(
        JSON.parse(await of('gitlab')).map(({ location }: { location: { path: string } }) => location.path),
      ).toContain('processes/a:b #?%25.yaml');
    },
  );

  test('what passes, is undecided, is waived, does not apply', () => {
    const results = JSON.parse(outputs['sarif']!).runs[0].results as Record<string, never>[];
    const kinds = (id: string) =>
      results
        .filter((result) => String(result['partialFingerprints']?.['processAndRule/v1']).startsWith(`${id}/`))
        .map(
          (result) =>
            `${result['ruleId']} ${result['kind']} ${result['level']}${result['suppressions'] ? ' suppressed' : ''}`,
        );
    expect(kinds('kept')).toContain('value pass none');
    expect(kinds('kept')).toContain('forecast notApplicable none');
    expect(kinds('conditional')).toContain('feedback fail note');
    expect(kinds('open')).toContain('undecided fail error');
    expect(kinds('excused')).toContain('necessity-no fail error suppressed');
    expect(outputs['junit']).toMatch(/name="Kept: audit check" classname="kept" time="0"\/>/);
    expect(outputs['junit']).toMatch(
      /name="7 Forecast" classname="kept" time="0">\s+<skipped>not applicable<\/skipped>/,
    );
    expect(outputs['junit']).toMatch(/<skipped>waived until 2026-12-31/);
    expect(outputs['junit']).toMatch(/<testsuite name="input".* errors="1"/);
    const severities = JSON.parse(outputs['gitlab']!).map(
      ({ fingerprint, severity }: Record<string, string>) => `${fingerprint} ${severity}`,
    );
    expect(severities).toContain('kept/value/pass info');
    expect(severities).toContain('excused/necessity-no/waived info');
    expect(severities).toContain('open/undecided/fail major');
    expect(outputs['github']).toMatch(/::warning .*title=Excused::.*waived until/);
    expect(outputs['github']).toMatch(/::notice .*2 processes pass: conditional, kept/);
    expect(outputs['github']).toContain('Not applicable: ');
    for (const word of ['WAIVED', 'PASSES', 'NOT APPLICABLE', 'Undecided:'])
      expect(outputs['terminal']).toContain(word);
    expect(outputs['markdown']).toMatch(/\| Undecided \| fails \| Open /);
    expect(outputs['markdown']).toMatch(/\| Eliminate \| waived \| Excused /);
  });

  test('what is undecided without failing is open, and no failure', async () => {
    const cwd = folderWith({ 'processes/open.yaml': UNDECIDED });
    const of = async (format: string) => (await run(['check', '--fail-on', 'eliminate', '-f', format], { cwd })).stdout;
    expect(JSON.parse(await of('sarif')).runs[0].results[0]).toMatchObject({
      ruleId: 'undecided',
      kind: 'open',
      level: 'none',
    });
    expect(await of('junit')).toMatch(/failures="0" .*\n.*\n.*audit check".*\n.*<skipped>Undecided/);
    expect(await of('github')).toMatch(/^::warning /);
    expect(await of('terminal')).toContain('open (undecided)');
  });

  test('--only-failures leaves only what fails', async () => {
    const cwd = folderWith(ALL);
    const of = async (format: string) => (await run(['check', '--only-failures', '-f', format], { cwd })).stdout;
    const levels = JSON.parse(await of('sarif')).runs[0].results.map(({ level }: { level: string }) => level);
    expect(levels).toEqual(['error', 'error', 'error']);
    expect(await of('github')).not.toMatch(/::(?:warning|notice)/);
    expect(await of('junit')).not.toContain('name="kept"');
    expect(JSON.parse(await of('gitlab'))).toHaveLength(4);
  });
});

describe('in a CI system', () => {
  const cwd = folderWith({ 'processes/useless.yaml': ELIMINATED, 'summary.md': '# Before\n' });
  const github = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: `${cwd}/summary.md`, GITHUB_WORKSPACE: cwd };

  test('GitHub Actions: annotations and the summary come by themselves, and the last line stays last', async () => {
    const { stdout } = await run(['check'], { cwd, env: github });
    expect(stdout).toMatch(/^::error file=processes\/useless\.yaml,line=4,col=42,/);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/Exit 1\.$/);
    expect(readFileSync(`${cwd}/summary.md`, 'utf8')).toMatch(/^# Before\n# ❌ Sales process audit: failed\n/);
  });

  test('what another program reads from standard output stays clean', async () => {
    const { stdout, stderr } = await run(['check', '-f', 'sarif'], { cwd, env: github });
    expect(JSON.parse(stdout).version).toBe('2.1.0');
    expect(stderr).toContain('::error file=');
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/Exit 1\.$/);
  });

  test('GitHub Actions: nothing that a process file says is taken for a command', async () => {
    const evil = `name: "::add-mask::failed"\nanswers: { necessity: { answer: no, why: "x ##[add-mask]undecided", by: "##[error]boo" } }\n`;
    const own = folderWith({ 'processes/evil.yaml': evil, 'processes/::error::x.yaml': 'name: [\n' });
    const { stdout, stderr } = await run(['check', '-f', 'terminal', '--no-ci-detect'], {
      cwd: own,
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(stdout).toContain('add-mask');
    expect(`${stdout}${stderr}`).not.toMatch(/^\s*::|##\[/m);
  });

  test('--no-ci-detect: nothing of its own accord', async () => {
    const before = readFileSync(`${cwd}/summary.md`, 'utf8');
    const { stdout } = await run(['check', '--no-ci-detect'], { cwd, env: github });
    expect(stdout).not.toContain('::error');
    expect(readFileSync(`${cwd}/summary.md`, 'utf8')).toBe(before);
  });

  test('a summary that cannot be written is said, and changes nothing', async () => {
    const { exit, stderr } = await run(['check'], {
      cwd,
      env: { ...github, GITHUB_STEP_SUMMARY: `${cwd}/no/such/file` },
    });
    expect(stderr).toContain('cannot write the job summary');
    expect(exit).toBe(1);
  });

  test('Azure Pipelines: issues are logged by themselves', async () => {
    const { stdout } = await run(['check'], { cwd, env: { TF_BUILD: 'True', BUILD_SOURCESDIRECTORY: cwd } });
    expect(stdout).toMatch(/^##vso\[task\.logissue type=error;sourcepath=processes\/useless\.yaml;/);
  });

  test('GitLab: the report lies where GitLab looks for it', async () => {
    const own = folderWith({ 'processes/useless.yaml': ELIMINATED });
    await run(['check'], { cwd: own, env: { GITLAB_CI: 'true', CI_PROJECT_DIR: own } });
    expect(isGitLab(JSON.parse(readFileSync(`${own}/gl-code-quality-report.json`, 'utf8')))).toBe(true);
  });

  test('several formats in one run, each where it was asked for', async () => {
    const own = folderWith({ 'processes/useless.yaml': ELIMINATED });
    const argv = [
      'check',
      '-f',
      'terminal',
      '-f',
      'sarif',
      '--output.sarif=out/a.sarif',
      '--output.junit',
      'out/a.xml',
    ];
    const { stdout, exit } = await run(argv, { cwd: own });
    expect(exit).toBe(1);
    expect(stdout).toContain('FAILS (1)');
    expect(JSON.parse(readFileSync(`${own}/out/a.sarif`, 'utf8')).version).toBe('2.1.0');
    expect(await xmlErrors(readFileSync(`${own}/out/a.xml`, 'utf8'))).toEqual([]);
  });
});

test('no format and no display flag changes the exit code', async () => {
  const flags = fc.record({
    formats: fc.uniqueArray(fc.constantFrom(...FORMAT_NAMES), { minLength: 1 }),
    display: fc.subarray(['--quiet', '--verbose', '--only-failures', '--no-ci-detect']),
    env: fc.constantFrom(
      {},
      { GITHUB_ACTIONS: 'true' },
      { NO_COLOR: '1' },
      { FORCE_COLOR: '1' },
      { TZ: 'Asia/Tokyo', LANG: 'tr_TR' },
    ),
    gate: fc.constantFrom([], ['--fail-on', 'eliminate'], ['--fail-on', 'conditions'], ['--min-score', '40']),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(processFile, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      flags,
      async (files, isBroken, asked) => {
        const cwd = folderWith({
          ...Object.fromEntries(files.map((file, index) => [`processes/p${index}.yaml`, JSON.stringify(file)])),
          ...(isBroken ? { 'processes/broken.yaml': BROKEN } : {}),
        });
        const common = ['check', '--as-of', AS_OF, ...asked.gate];
        const plain = await run(common, { cwd });
        const outputs = asked.formats.flatMap((format) => ['-f', format, `--output.${format}`, `out/${format}`]);
        const other = await run([...common, ...asked.display, ...outputs], { cwd, env: asked.env });
        expect(other.exit).toBe(plain.exit);
        const last = plain.stdout.trimEnd().split('\n').at(-1);
        expect(last).toContain(`Exit ${plain.exit}.`);
      },
    ),
    { numRuns: 60 },
  );
});

test('the same bytes in every format, whatever the order of files, keys and arguments, and whatever the terminal', async () => {
  const reversed = Object.fromEntries(
    Object.entries(ALL)
      .reverse()
      .map(([path, text]) => [path, text]),
  );
  const [one, other] = [folderWith(ALL), folderWith(reversed)];
  for (const format of FORMAT_NAMES) {
    const a = await run(['check', '-f', format, 'processes', 'processes/open.yaml'], { cwd: one });
    const b = await run(['check', '-f', format, 'processes/open.yaml', 'processes'], {
      cwd: other,
      columns: 120,
      env: { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', NO_COLOR: '1' },
    });
    expect([format, b.stdout]).toEqual([format, a.stdout]);
  }
});

test('the baseline that the tool writes is YAML that other tools read', async () => {
  const cwd = folderWith({ 'processes/open.yaml': UNDECIDED });
  await run(['check', '--update-baseline'], { cwd });
  const document = parseDocument(readFileSync(`${cwd}/audit-baseline.yaml`, 'utf8'));
  expect(document.errors).toEqual([]);
  expect(document.toJS()).toEqual({ version: 1, accepted: [{ process: 'open', reason: 'undecided', score: 0 }] });
});
