import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMemory } from '../../src/cache/cache.js';
import { encodeEntries } from '../../src/cache/entries.js';
import { check } from '../../src/load/check.js';
import { folderWith } from '../support/fake-io.js';

const TEXT = 'name: A\n';

function open(folder: string, env: Record<string, string> = {}) {
  return openMemory('/somewhere', env, { folder, isOn: true });
}

async function remember(folder: string, ...texts: string[]): Promise<string> {
  const memory = open(folder);
  for (const text of texts) await memory.check('process', text);
  memory.save();
  return join(folder, readdirSync(folder)[0]!);
}

describe('a memory', () => {
  test('gives back exactly what a fresh check gives', async () => {
    const folder = folderWith({});
    const texts = [TEXT, 'name: [', 'nmae: x', 'id: a\nname: A\n---\nid: b\nname: B\nsince: 2026-02-30\n', ''];
    await remember(folder, ...texts);
    const memory = open(folder);
    for (const text of texts) expect(await memory.check('process', text)).toEqual(await check('process', text));
  });

  test('is really asked: what it holds for a text is what comes back', async () => {
    const folder = folderWith({});
    const file = await remember(folder, TEXT);
    const json = JSON.stringify(await check('process', 'name: from memory\n'));
    writeFileSync(file, Buffer.concat([...encodeEntries('sources', 'texts', [[`process\n${TEXT}`, json]])]));
    expect(JSON.stringify(await open(folder).check('process', TEXT))).toContain('from memory');
  });

  test('in which a single letter has fallen over is as if there were none', async () => {
    const folder = folderWith({});
    const file = await remember(folder, TEXT);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"name":"A"', '"name":"B"'));
    expect(await open(folder).check('process', TEXT)).toEqual(await check('process', TEXT));
  });

  test('takes what is new at its end, and keeps what stands before a part that was cut off', async () => {
    const folder = folderWith({});
    await remember(folder, TEXT);
    const file = await remember(folder, TEXT, 'name: new\n');
    expect(open(folder).size).toBe(2);
    writeFileSync(file, readFileSync(file).subarray(0, -3));
    expect(open(folder).size).toBe(1);
    await remember(folder, TEXT, 'name: new\n');
    expect(open(folder).size).toBe(2);
  });

  test('of many texts knows them by digests, also those that it knew as texts', async () => {
    const folder = folderWith({});
    await remember(folder, TEXT);
    const memory = open(folder);
    memory.expect(1000);
    await memory.check('process', TEXT);
    await memory.check('process', 'name: B\n');
    expect(memory.counts).toEqual({ known: 1, fresh: 1 });
    memory.save();
    const again = open(folder);
    await again.check('process', 'name: B\n');
    expect([again.size, again.counts.known]).toEqual([2, 1]);
  });

  test('tells texts of the same length, and kinds of files, apart', async () => {
    const folder = folderWith({});
    await remember(folder, TEXT);
    expect(JSON.stringify(await open(folder).check('process', 'name: B\n'))).toContain('"name":"B"');
    expect(await open(folder).check('configuration', TEXT)).toMatchObject({
      documents: [{ issues: [{ code: 'unknown-key' }] }],
    });
  });

  test.each([
    [
      'another build',
      (text: string) => text.replace(/"build":"[^"]*"/, '"build":"other"').replace('"name":"A"', '"name":"old"'),
    ],
    ['half a file', (text: string) => text.slice(0, 40)],
    ['no JSON', () => '\u0000'],
    ['other JSON', () => '[1, null]'],
    ['entries of another shape', (text: string) => text.replace('"documents"', '"dokuments"')],
    ['no length', (text: string) => `${text}{"build":"sources","keysAre":"texts","sum":0}\n`],
    // As long as its first line, so that the next part would begin where this one does.
    ['a length below zero', () => '{"build":"sources","keysAre":"texts","length":-59,"sum":0}\n'],
    ['entries that are none', () => '{"build":"sources","entries":[null, 1, []]}'],
  ])('of %s is as if there were none', async (_, spoil) => {
    const folder = folderWith({});
    const file = await remember(folder, TEXT);
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    expect(await open(folder).check('process', TEXT)).toEqual(await check('process', TEXT));
    await remember(folder, TEXT, 'name: B\n');
    expect(open(folder).size).toBe(2);
  });

  test('forgets what is no longer used when something new is written', async () => {
    const folder = folderWith({});
    const file = await remember(folder, TEXT, 'name: gone\n');
    await remember(folder, TEXT);
    expect(readFileSync(file, 'utf8')).toContain('gone');
    await remember(folder, TEXT, 'name: new\n');
    expect(readFileSync(file, 'utf8')).not.toContain('gone');
    expect(open(folder).size).toBe(2);
  });

  describe('of a run that learns much', () => {
    const long = (index: number) => `name: P${index}\ndescription: ${'word '.repeat(40_000)}\n`;
    const texts = Array.from({ length: 21 }, (_, index) => long(index));

    test('has the most of it in its file before the run is over, so that it need not be held', async () => {
      const folder = folderWith({});
      const memory = open(folder);
      for (const text of texts) await memory.check('process', text);
      const size = open(folder).size;
      expect(size).toBeGreaterThan(10);
      expect(size).toBeLessThan(21);
      memory.save();
      expect(readdirSync(folder)).toHaveLength(1);
      const after = open(folder);
      for (const text of texts) expect(await after.check('process', text)).toEqual(await check('process', text));
      expect(after.counts).toEqual({ known: 21, fresh: 0 });
    });

    test('keeps what was there, what two runs at the same time learn, and checks anew what it gave away', async () => {
      const folder = folderWith({});
      await remember(folder, TEXT);
      const [one, other] = [open(folder), open(folder)];
      for (const [index, text] of texts.entries()) await (index % 2 === 0 ? one : other).check('process', text);
      expect(await one.check('process', texts[0]!)).toEqual(await check('process', texts[0]!));
      one.save();
      other.save();
      expect(open(folder).size).toBe(22);
    });

    test('is not there twice for long when two runs learned the same', async () => {
      const folder = folderWith({});
      const [one, other] = [open(folder), open(folder)];
      for (const text of texts) for (const memory of [one, other]) await memory.check('process', text);
      one.save();
      other.save();
      const file = join(folder, readdirSync(folder)[0]!);
      const twice = readFileSync(file).length;
      await remember(folder, ...texts);
      expect(readFileSync(file).length).toBeLessThan(twice * 0.6);
      expect(open(folder).size).toBe(21);
    });

    test('heals a damaged file, and forgets what is no longer used', async () => {
      const folder = folderWith({});
      const file = await remember(folder, 'name: gone\n', 'name: gone too\n', 'name: this too\n', TEXT);
      writeFileSync(file, `${readFileSync(file, 'utf8')}{"half a`);
      const memory = open(folder);
      for (const text of [TEXT, ...texts.slice(0, 5)]) await memory.check('process', text);
      expect(open(folder).size).toBe(4 + 5);
      memory.save();
      const after = open(folder);
      expect(after.size).toBe(6);
      expect(await after.check('process', texts[3]!)).toEqual(await check('process', texts[3]!));
      expect(after.counts.known).toBe(1);
    });

    test('judges anew what was judged by a text that was given away', async () => {
      const folder = folderWith({});
      const first = open(folder);
      await first.check('process', TEXT);
      first.learnJudged('of another text', { processes: [] });
      first.save();
      const memory = open(folder);
      for (const text of texts) await memory.check('process', text);
      expect(memory.recallJudged('of another text', memory.keyOfText('process', texts[0]!)!)).toBeUndefined();
      expect(memory.recallJudged('of another text', memory.keyOfText('process', TEXT)!)).toEqual({ processes: [] });
    });

    test('judges anew what was judged by a text that it has yet to give away', async () => {
      const folder = folderWith({});
      const first = open(folder);
      // A run that judges nothing forgets texts, and keeps what was judged by them.
      first.learnJudged('of a copy', { processes: [] });
      first.save();
      const memory = open(folder);
      await memory.check('process', TEXT);
      const key = memory.keyOfText('process', TEXT)!;
      const recalled = memory.recallJudged('of a copy', key);
      for (const text of texts) await memory.check('process', text);
      expect(recalled).toBeUndefined();
    });

    test('lets it go where nothing can be written', async () => {
      const folder = folderWith({ file: 'a file where the folder should be' });
      const memory = open(join(folder, 'file'));
      for (const text of [...texts, ...texts]) await memory.check('process', text);
      // Only the last is still at hand when it is asked for again.
      expect(memory.counts).toEqual({ known: 1, fresh: 41 });
      expect(() => memory.save()).not.toThrow();
      expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('a file where the folder should be');
    });
  });

  test('forgets nothing in a run that looks at a part of it', async () => {
    const folder = folderWith({});
    const texts = Array.from({ length: 8 }, (_, index) => `name: P${index}\n`);
    await remember(folder, ...texts);
    await remember(folder, texts[0]!, 'name: new\n');
    expect(open(folder).size).toBe(9);
  });

  test('keeps judgements in a run that asks for none', async () => {
    const folder = folderWith({});
    const memory = open(folder);
    await memory.check('process', TEXT);
    for (const key of ['a', 'b', 'c']) memory.learnJudged(key, { processes: [] });
    memory.save();
    // Half of the texts are gone, which is enough to write all of it anew.
    await remember(folder, 'name: new\n');
    const after = open(folder);
    expect(after.size).toBe(1);
    expect(readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8').match(/judged/g)).toHaveLength(3);
  });

  test('that cannot be written fails nothing', async () => {
    const folder = folderWith({ file: 'a file where the folder should be' });
    const memory = open(join(folder, 'file'));
    await memory.check('process', TEXT);
    expect(() => memory.save()).not.toThrow();
  });

  test('lies in the cache folder that the environment names, for its owner only', async () => {
    const home = folderWith({});
    mkdirSync(join(home, 'xdg'));
    const memory = openMemory('/somewhere', { XDG_CACHE_HOME: join(home, 'xdg'), HOME: home }, { isOn: true });
    await memory.check('process', TEXT);
    memory.save();
    expect(readdirSync(join(home, 'xdg'))).toEqual(['sales-process-audit']);
    const off = openMemory('/somewhere', { HOME: home }, { isOn: false });
    await off.check('process', TEXT);
    off.save();
    expect(readdirSync(home)).toEqual(['xdg']);
  });
});
