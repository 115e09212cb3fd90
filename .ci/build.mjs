// Makes dist/: the bundle that bin/audit.js loads, the library with its types, the JSON Schemas, and the licences of what is
// bundled. The same sources make the same bytes in any folder, so that anybody can check a package against them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { build } = await import('esbuild').catch(stopWithoutDevDependencies);

/**
 * `npm ci` without development dependencies (NODE_ENV=production, omit=dev) runs `prepare` all the same. The install need not
 * fail for that, since bin/audit.js says what is missing; packing must.
 */
function stopWithoutDevDependencies(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('audit: not built, because the development dependencies are missing; run "npm ci --include=dev"');
  const { npm_lifecycle_event: script, npm_command: command } = process.env;
  process.exit(script === 'prepare' && (command === 'ci' || command === 'install') ? 0 : 1);
}

/** Path relative to the root, with slashes: absolute ones would end up in the comments of dist/index.js. */
function fromRoot(...path) {
  return relative(root, join(...path)).replaceAll('\\', '/');
}

/** All files below src/, as paths relative to the root. */
function sources() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fromRoot(entry.parentPath, entry.name))
    .sort();
}

/** Identifies the build: a hash of everything that goes into it. */
function buildId() {
  const hash = createHash('sha256');
  for (const file of [...sources(), 'package.json', 'package-lock.json', '.ci/build.mjs'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Commander loads child_process for subcommands that are programs of their own. We have none, and it costs 4 ms. */
const childProcessOnDemand = {
  name: 'child-process-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'on-demand' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'on-demand' }, () => ({
      contents: "module.exports = { get spawn() { return require('node:child_process').spawn; } };",
    }));
  },
};

/** `import text from './file?raw'`: the file as text, as vite reads it too. */
const raw = {
  name: 'raw',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: fromRoot(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw',
    }));
    onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({
      contents: readFileSync(join(root, path), 'utf8'),
      loader: 'text',
    }));
  },
};

/** We decide about colour ourselves (src/io.ts); what chalk would find out by loading tty, net and os is never asked. */
const noColourDetection = {
  name: 'no-colour-detection',
  setup({ onResolve }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({
      path: join(root, 'node_modules/chalk/source/vendor/supports-color/browser.js'),
    }));
  },
};

/**
 * Every module that is imported with `import()` becomes a part: a file of its own beside the bundle, loaded on demand. Those
 * here stay inside, because a run that only repeats the last report needs them and nothing else.
 */
const INSIDE = ['src/commands/report/report.ts'];

const parts = new Map(
  sources()
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/(?<!typeof )\bimport\('(\.[^']+)'\)/g)].map(([, path]) =>
        sourceOf(path, join(root, dirname(file))),
      ),
    )
    .filter((file) => !INSIDE.includes(file))
    .map((file) => [file, nameOf(file)]),
);
if (new Set(parts.values()).size < parts.size) throw new Error(`two parts have the same name: ${[...parts.values()]}`);

/** The source file that an import names, relative to the root. */
function sourceOf(path, folder) {
  return fromRoot(folder, path.replace(/\.js$/, '.ts'));
}

/** `check` for `commands/check/check.ts`, `en` for `wording/en/index.ts`. */
function nameOf(file) {
  const name = basename(file, '.ts');
  return name === 'index' ? basename(dirname(file)) : name;
}

const onDemand = {
  name: 'on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      const part = kind === 'dynamic-import' ? parts.get(sourceOf(path, resolveDir)) : undefined;
      return part === undefined ? undefined : { path: `./${part}.cjs`, external: true };
    });
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  define: { __BUILD__: JSON.stringify(buildId()) },
  logLevel: 'warning',
  metafile: true,
};

/** npm packs files with their permissions, which otherwise depend on the umask of whoever cloned and built. */
function setPermissions(path) {
  const stat = lstatSync(path);
  if (stat.isDirectory()) for (const name of readdirSync(path)) setPermissions(join(path, name));
  if (!stat.isFile()) return;
  const mode = stat.mode & 0o100 ? 0o755 : 0o644;
  if ((stat.mode & 0o777) !== mode) chmodSync(path, mode);
}

rmSync(dist, { recursive: true, force: true });
const results = await Promise.all([
  // CommonJS in few files: lazy parts cost nothing until they are asked for, and V8 can keep its code (code-cache.cjs).
  build({
    ...common,
    entryPoints: {
      cli: 'src/cli.ts',
      ...Object.fromEntries([...parts].map(([file, name]) => [name, file])),
    },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
    // import() would need a loader that compiled code kept by V8 does not have; require is there.
    supported: { 'dynamic-import': false },
    // What asks for its own URL there gets its path, which createRequire takes too.
    define: { ...common.define, 'import.meta.url': '__filename' },
    // The same code as the package's entry for Node, but as modules, of which the bundler drops what nobody uses.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    plugins: [childProcessOnDemand, noColourDetection, onDemand, raw],
  }),
  build({
    ...common,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    format: 'esm',
    packages: 'external',
    plugins: [raw],
  }),
]);

const metafiles = results.map(({ metafile }) => metafile);
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, metafiles));

const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { stdio: 'inherit', cwd: root });
run('node_modules/typescript/bin/tsc', '-p', '.ci/tsconfig.types.json', '--outDir', 'dist/types');

mkdirSync(join(dist, 'schema'));
const { publishedSchema, schemaNames } = await import('../dist/index.js');
for (const name of schemaNames) {
  writeFileSync(join(dist, 'schema', `${name}.json`), `${JSON.stringify(publishedSchema(name), null, 2)}\n`);
}
run('.ci/code-cache.cjs');

const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packed = ['package.json', 'README.md', 'LICENSE', ...files.filter((path) => !path.startsWith('!'))];
for (const path of packed) setPermissions(join(root, path));
