import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeEntries, readEntries } from '../../src/cache/entries.js';
import { type JudgedFile, openReuse, type Reuse } from '../../src/cache/reuse.js';
import { judge } from '../../src/judging/judge.js';
import { settingsFor } from '../../src/judging/settings.js';
import { check } from '../../src/load/check.js';
import { toProcesses } from '../../src/load/to-processes.js';
import { folderWith } from '../support/fake-io.js';

const TEXT = 'name: A\nanswers: { value: { answer: yes, by: sales, why: it helps } }\n';
const settings = settingsFor('2026-07-01');

/** A working directory with a cache folder beside it. */
function place(files: Readonly<Record<string, string>> = {}) {
  return { cwd: folderWith(files), folder: folderWith({}) };
}

type Place = ReturnType<typeof place>;

async function judgeAfresh(file: string, text: string, cwd: string, as = settings): Promise<JudgedFile> {
  const { processes, problems } = toProcesses(file, await check('process', text), { cwd });
  return { processes: processes.map((one) => judge(one, as)), problems };
}

/** What a run does for one file. */
async function judgeFile(reuse: Reuse, file: string, text: string, cwd: string, as = settings): Promise<JudgedFile> {
  const how = { settings: as, cwd };
  const recalled = reuse.recall(file, text, how);
  if (recalled) return recalled;
  const judged = await judgeAfresh(file, text, cwd, as);
  reuse.keep(file, text, how, judged);
  return judged;
}

/** A run over some files; returns what it came to and how much it reused. */
async function runOver(where: Place, files: Readonly<Record<string, string>>, as = settings) {
  const reuse = openReuse(where);
  const judged: Record<string, JudgedFile> = {};
  for (const [file, text] of Object.entries(files)) judged[file] = await judgeFile(reuse, file, text, where.cwd, as);
  reuse.save();
  return { judged, counts: reuse.counts };
}

/** The only file of a cache that holds no report. */
function fileOf({ folder }: Place): string {
  return join(folder, readdirSync(folder)[0]!);
}

function entriesIn(where: Place): number {
  return readEntries(fileOf(where)).size;
}

function plain(judged: JudgedFile | undefined): unknown {
  return (
    judged && {
      problems: judged.problems,
      processes: judged.processes.map((one) => ({
        salesProcess: one.salesProcess,
        file: one.file,
        places: one.places,
        missing: [...one.missingEvidence],
        outside: [...(one.outsideEvidence ?? [])],
        assessments: one.assessments,
        outcomes: one.outcomes,
        verdict: one.verdict,
        burden: one.burden,
      })),
    }
  );
}

describe('what is recalled', () => {
  const texts = {
    'a.yaml': TEXT,
    'syntax.yaml': 'name: [',
    'key.yaml': 'nmae: x',
    'two.yaml': 'id: a\nname: A\n---\nid: b\nname: B\nsince: 2026-02-30\n',
    'empty.yaml': '',
    'much.yaml': `${TEXT}effort: { minutes: 5, every: week, people: 3 }\nmandate: { kind: law, reference: x, review_by: 2026-12-31 }\n`,
  };

  test('is exactly what a fresh judgement comes to, mistakes included', async () => {
    const where = place();
    await runOver(where, texts);
    const reuse = openReuse(where);
    for (const [file, text] of Object.entries(texts)) {
      const recalled = reuse.recall(file, text, { settings, cwd: where.cwd });
      expect(plain(recalled)).toEqual(plain(await judgeAfresh(file, text, where.cwd)));
    }
    expect(reuse.counts).toEqual({ files: 6, remembered: 6, parsed: 0, recalled: 3 });
  });

  test('is what the cache holds, and not checked again', async () => {
    const where = place();
    await runOver(where, { 'a.yaml': TEXT });
    const [entry] = [...readEntries(fileOf(where)).only(() => true)];
    const json = entry!.json.replace('"name":"A"', '"name":"from the cache"');
    writeFileSync(fileOf(where), Buffer.concat([...encodeEntries([{ ...entry!, json }])]));
    const { judged } = await runOver(where, { 'a.yaml': TEXT });
    expect(judged['a.yaml']!.processes[0]!.salesProcess.name).toBe('from the cache');
  });

  test.each([
    ['another text of the same length', 'a.yaml', TEXT.replace('name: A', 'name: B')],
    ['another file', 'b.yaml', TEXT],
  ])('is nothing for %s', async (_, file, text) => {
    const where = place();
    await runOver(where, { 'a.yaml': TEXT });
    expect(openReuse(where).recall(file, text, { settings, cwd: where.cwd })).toBeUndefined();
  });

  test('is judged again on another day, without being checked again, and remembered as such', async () => {
    const where = place();
    const text = `${TEXT}mandate: { kind: law, reference: x, review_by: 2026-12-31 }\n`;
    const later = settingsFor('2027-07-01');
    await runOver(where, { 'a.yaml': text });
    const second = await runOver(where, { 'a.yaml': text }, later);
    expect(plain(second.judged['a.yaml'])).toEqual(plain(await judgeAfresh('a.yaml', text, where.cwd, later)));
    expect(second.counts).toEqual({ files: 1, remembered: 1, parsed: 0, recalled: 0 });
    expect((await runOver(where, { 'a.yaml': text }, later)).counts.recalled).toBe(1);
  });

  test('is judged again when evidence has come or gone', async () => {
    const text = 'name: A\nanswers: { value: { answer: yes, by: sales, evidence: [proof.md, ../outside.md] } }\n';
    const where = place({ 'proof.md': '' });
    await runOver(where, { 'a.yaml': text });
    expect((await runOver(where, { 'a.yaml': text })).counts.recalled).toBe(1);
    rmSync(join(where.cwd, 'proof.md'));
    const gone = await runOver(where, { 'a.yaml': text });
    expect(gone.counts.recalled).toBe(0);
    expect(plain(gone.judged['a.yaml'])).toEqual(plain(await judgeAfresh('a.yaml', text, where.cwd)));
    expect((await runOver(where, { 'a.yaml': text })).counts.recalled).toBe(1);
  });

  test('has voices in its assessments that are the voices of the process', async () => {
    const where = place();
    await runOver(where, { 'a.yaml': TEXT });
    const [recalled] = (await runOver(where, { 'a.yaml': TEXT })).judged['a.yaml']!.processes;
    expect(recalled!.assessments[0]!.voices[0]).toBe(recalled!.salesProcess.voices['value']![0]);
  });

  test.each(['-', '/dev/fd/3'])('is nothing for what can be read only once (%s)', async (file) => {
    const where = place();
    await runOver(where, { [file]: TEXT });
    expect(readdirSync(where.folder)).toEqual([]);
  });

  test('is nothing after a question failed, which may not fail again', async () => {
    const where = place();
    const reuse = openReuse(where);
    const { processes, problems } = await judgeAfresh('a.yaml', TEXT, where.cwd);
    const failed = processes.map((one) => ({ ...one, outcomes: ['failed' as const, ...one.outcomes.slice(1)] }));
    reuse.keep('a.yaml', TEXT, { settings, cwd: where.cwd }, { processes: failed, problems });
    reuse.save();
    expect(openReuse(where).recall('a.yaml', TEXT, { settings, cwd: where.cwd })).toBeUndefined();
  });
});

test('a configuration is remembered beside the files, and not taken for one', async () => {
  const where = place();
  const first = openReuse(where);
  await first.check('configuration', 'keep_at: 40\n');
  await judgeFile(first, 'configuration', TEXT, where.cwd);
  first.save();
  const second = openReuse(where);
  expect(await second.check('configuration', 'keep_at: 40\n')).toEqual(await check('configuration', 'keep_at: 40\n'));
  expect(await second.check('configuration', 'keep_at: 41\n')).toEqual(await check('configuration', 'keep_at: 41\n'));
  expect(second.counts).toMatchObject({ remembered: 1, parsed: 1 });
});

test('of hundreds of files all are recalled, whether compared by their texts or by digests', async () => {
  const where = place();
  const files = Object.fromEntries(Array.from({ length: 210 }, (_, at) => [`p${at}.yaml`, `name: P ${at}\n`]));
  await runOver(where, files);
  expect((await runOver(where, files)).counts).toEqual({ files: 210, remembered: 210, parsed: 0, recalled: 210 });
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  expect((await runOver(where, backwards)).counts.remembered).toBe(210);
});

describe('a cache file', () => {
  test.each([
    ['has a flipped letter', (text: string) => text.replace('"name":"A"', '"name":"B"')],
    ['is from another build', (text: string) => text.replace(/"build":"[^"]*"/, '"build":"other"')],
    ['is cut off', (text: string) => text.slice(0, 40)],
    ['holds no JSON', () => '\u0000'],
    ['holds other JSON', () => '[1, null]'],
    ['holds entries of another shape', (text: string) => text.replace('"salesProcess"', '"something"')],
    ['states no length', (text: string) => `${text}{"build":"sources","checksum":0}\n`],
    // As long as its first line, so that the next part would begin where this one does.
    ['states a length below zero', () => '{"build":"sources","length":-46,"checksum":0}\n'],
    ['is empty', () => ''],
  ])('that %s is as good as none, and mended', async (_, spoil) => {
    const where = place();
    await runOver(where, { 'a.yaml': TEXT });
    writeFileSync(fileOf(where), spoil(readFileSync(fileOf(where), 'utf8')));
    const { judged } = await runOver(where, { 'a.yaml': TEXT, 'b.yaml': TEXT });
    expect(plain(judged['a.yaml'])).toEqual(plain(await judgeAfresh('a.yaml', TEXT, where.cwd)));
    const { counts } = await runOver(where, { 'a.yaml': TEXT, 'b.yaml': TEXT });
    expect(counts).toMatchObject({ remembered: 2, parsed: 0 });
  });

  test('takes what is new at its end, and keeps what stands before a part that was cut off', async () => {
    const where = place();
    await runOver(where, { 'a.yaml': TEXT });
    await runOver(where, { 'a.yaml': TEXT, 'b.yaml': TEXT });
    expect(entriesIn(where)).toBe(2);
    writeFileSync(fileOf(where), readFileSync(fileOf(where)).subarray(0, -3));
    expect(entriesIn(where)).toBe(1);
    await runOver(where, { 'a.yaml': TEXT, 'b.yaml': TEXT });
    expect(entriesIn(where)).toBe(2);
  });

  test('forgets files that are gone when much of it is of no use', async () => {
    const where = place({ 'a.yaml': TEXT });
    await runOver(where, { 'a.yaml': TEXT, 'gone.yaml': TEXT });
    await runOver(where, { 'a.yaml': TEXT });
    expect(entriesIn(where)).toBe(2);
    await runOver(where, { 'a.yaml': TEXT, 'new.yaml': TEXT });
    expect([...readEntries(fileOf(where)).names()]).toEqual(['a.yaml', 'new.yaml']);
  });

  test('forgets nothing in a run over a part of the folder', async () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`p${at}.yaml`, `name: P ${at}\n`]));
    const where = place(files);
    await runOver(where, files);
    await runOver(where, { 'p0.yaml': 'name: Changed\n' });
    expect(entriesIn(where)).toBe(8);
  });

  test('does not grow with every change of a file', async () => {
    const where = place();
    for (let run = 0; run < 10; run++) await runOver(where, { 'a.yaml': `${TEXT}# ${run}\n`, 'b.yaml': TEXT });
    const { size } = statSync(fileOf(where));
    for (let run = 0; run < 10; run++) await runOver(where, { 'a.yaml': `${TEXT}# ${run}\n`, 'b.yaml': TEXT });
    expect(statSync(fileOf(where)).size).toBeLessThanOrEqual(size * 1.5);
    expect(entriesIn(where)).toBe(2);
  });

  test('lies in a folder for its owner only', async () => {
    const where = place();
    const folder = join(where.folder, 'deep', 'down');
    await runOver({ ...where, folder }, { 'a.yaml': TEXT });
    if (process.platform === 'win32') return;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(fileOf({ ...where, folder })).mode & 0o777).toBe(0o600);
  });

  test('that cannot be written fails nothing', async () => {
    const where = place();
    const folder = join(where.folder, 'file');
    writeFileSync(folder, 'a file where the folder should be');
    const { judged } = await runOver({ ...where, folder }, { 'a.yaml': TEXT });
    expect(plain(judged['a.yaml'])).toEqual(plain(await judgeAfresh('a.yaml', TEXT, where.cwd)));
    expect(readFileSync(folder, 'utf8')).toBe('a file where the folder should be');
  });

  test('that is a folder fails nothing', async () => {
    const where = place();
    await runOver(where, { 'a.yaml': TEXT });
    const file = fileOf(where);
    rmSync(file);
    mkdirSync(file);
    const { judged } = await runOver(where, { 'a.yaml': TEXT });
    expect(plain(judged['a.yaml'])).toEqual(plain(await judgeAfresh('a.yaml', TEXT, where.cwd)));
  });

  test('is not made where no cache is wanted', async () => {
    const { counts } = await runOver({ ...place(), folder: undefined as unknown as string }, { 'a.yaml': TEXT });
    expect(counts).toEqual({ files: 1, remembered: 0, parsed: 1, recalled: 0 });
  });
});

describe('a run with much that is new', () => {
  const files = Object.fromEntries(
    Array.from({ length: 22 }, (_, at) => [`p${at}.yaml`, `name: P${at}\nsummary: ${'word '.repeat(40_000)}\n`]),
  );

  test('writes the most of it before it is over, so that it need not be held', async () => {
    const where = place();
    const reuse = openReuse(where);
    for (const [file, text] of Object.entries(files)) await judgeFile(reuse, file, text, where.cwd);
    expect(entriesIn(where)).toBeGreaterThan(10);
    expect(entriesIn(where)).toBeLessThan(22);
    reuse.save();
    expect(readdirSync(where.folder)).toHaveLength(1);
    expect((await runOver(where, files)).counts).toMatchObject({ remembered: 22, parsed: 0 });
  });

  test('keeps what was there, and what another run learns at the same time', async () => {
    const where = place({ 'a.yaml': TEXT });
    await runOver(where, { 'a.yaml': TEXT });
    const [one, other] = [openReuse(where), openReuse(where)];
    for (const [at, [file, text]] of Object.entries(files).entries())
      await judgeFile(at % 2 === 0 ? one : other, file, text, where.cwd);
    one.save();
    other.save();
    expect(entriesIn(where)).toBe(23);
  });

  test('does not leave everything there twice for long when two runs learn the same', async () => {
    const where = place();
    const [one, other] = [openReuse(where), openReuse(where)];
    for (const [file, text] of Object.entries(files))
      for (const reuse of [one, other]) await judgeFile(reuse, file, text, where.cwd);
    one.save();
    other.save();
    const twice = statSync(fileOf(where)).size;
    await runOver(where, { ...files, 'new.yaml': TEXT });
    expect(statSync(fileOf(where)).size).toBeLessThan(twice * 0.6);
    expect(entriesIn(where)).toBe(23);
  });

  test('mends a damaged file', async () => {
    const where = place({ 'a.yaml': TEXT });
    await runOver(where, { 'a.yaml': TEXT });
    writeFileSync(fileOf(where), `${readFileSync(fileOf(where), 'utf8')}{"half a`);
    await runOver(where, { 'a.yaml': TEXT, ...files });
    expect(readEntries(fileOf(where)).isDamaged).toBe(false);
    expect(entriesIn(where)).toBe(23);
  });

  test('lets it go where nothing can be written', async () => {
    const where = place();
    const folder = join(where.folder, 'file');
    writeFileSync(folder, 'a file where the folder should be');
    const { counts } = await runOver({ ...where, folder }, files);
    expect(counts).toMatchObject({ remembered: 0, parsed: 22 });
  });
});
