import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { questionIds } from '../../src/questions/index.js';
import { AS_OF, processFile } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';

/** What must hold for every process. */

// biome-ignore lint/suspicious/noExplicitAny: generated data is of every shape
type Data = Record<string, any>;

const RUNS = { numRuns: 500 };
const spokenFor = fc.record({ file: processFile, id: fc.constantFrom(...questionIds), pick: fc.nat(20) });

function listOf(file: Data, id: string): unknown[] {
  const said = file['answers']?.[id];
  if (said === undefined) return [];
  return Array.isArray(said) ? said : [said];
}

function withVoices(file: Data, id: string, voices: unknown[]): Data {
  const { [id]: _, ...others } = file['answers'] ?? {};
  return { ...file, answers: voices.length > 0 ? { ...others, [id]: voices } : others };
}

function scoreOf(file: Data) {
  return judgeData(file).verdict.score ?? { low: 0, high: 100 };
}

const EPSILON = 1e-9;

test('answering an open question never moves the score out of its interval', () => {
  fc.assert(
    fc.property(spokenFor, fc.constantFrom('yes', 'partly', 'no', 'not-applicable'), ({ file, id }, answer) => {
      const before = judgeData(file);
      fc.pre(before.assessments.find(({ question }) => question === id)!.outcome === 'unknown');
      fc.pre(!(id === 'necessity' && answer === 'not-applicable'));
      const said = { answer, why: 'so it is', by: 'sales' };
      const after = judgeData(withVoices(file, id, [...listOf(file, id), said]));
      if (!before.verdict.score || !after.verdict.score) return;
      expect(after.verdict.score.low).toBeGreaterThanOrEqual(before.verdict.score.low - EPSILON);
      expect(after.verdict.score.high).toBeLessThanOrEqual(before.verdict.score.high + EPSILON);
    }),
    RUNS,
  );
});

test('turning a voice from no to partly to yes never lowers a score', () => {
  fc.assert(
    fc.property(spokenFor, ({ file, id, pick }) => {
      const voices = listOf(file, id);
      fc.pre(voices.length > 0);
      const at = pick % voices.length;
      const voice = voices[at];
      const as = (answer: string) => {
        const said = typeof voice === 'object' ? { ...(voice as object), answer } : answer;
        return scoreOf(withVoices(file, id, voices.with(at, said)));
      };
      const [no, partly, yes] = [as('no'), as('partly'), as('yes')];
      expect(partly.low).toBeGreaterThanOrEqual(no.low - EPSILON);
      expect(partly.high).toBeGreaterThanOrEqual(no.high - EPSILON);
      expect(yes.low).toBeGreaterThanOrEqual(partly.low - EPSILON);
      expect(yes.high).toBeGreaterThanOrEqual(partly.high - EPSILON);
    }),
    RUNS,
  );
});

test('removing a why or evidence never raises a score', () => {
  fc.assert(
    fc.property(spokenFor, fc.constantFrom('why', 'evidence'), ({ file, id, pick }, key) => {
      const voices = listOf(file, id);
      fc.pre(voices.length > 0);
      const at = pick % voices.length;
      const voice = voices[at] as Data;
      fc.pre(typeof voice === 'object' && voice['answer'] !== 'not-applicable');
      const { [key]: _, ...bare } = voice;
      const before = scoreOf(file);
      const after = scoreOf(withVoices(file, id, voices.with(at, bare)));
      expect(after.low).toBeLessThanOrEqual(before.low + EPSILON);
      expect(after.high).toBeLessThanOrEqual(before.high + EPSILON);
    }),
    RUNS,
  );
});

test('a waiver changes no outcome, no score and no verdict', () => {
  fc.assert(
    fc.property(processFile, (file) => {
      const waiver = { reason: 'not now', approved_by: 'CEO', until: '2099-12-31' };
      const { assessments, verdict } = judgeData(file);
      const waived = judgeData({ ...file, waiver });
      expect(waived.assessments).toEqual(assessments);
      expect(waived.verdict).toEqual(verdict);
    }),
    RUNS,
  );
});

test('the order of keys and voices changes no outcome and no verdict', () => {
  fc.assert(
    fc.property(processFile, (file) => {
      const turned = Object.fromEntries(Object.entries(file).reverse());
      const answers = Object.entries((file['answers'] ?? {}) as Data).reverse();
      const shuffled = {
        ...turned,
        answers: Object.fromEntries(
          answers.map(([id, said]) => [id, Array.isArray(said) ? [...said].reverse() : said]),
        ),
      };
      const outcomes = (one: ReturnType<typeof judgeData>) => one.assessments.map(({ outcome }) => outcome);
      const [before, after] = [judgeData(file), judgeData(shuffled)];
      expect(outcomes(after)).toEqual(outcomes(before));
      expect(after.verdict).toEqual(before.verdict);
    }),
    RUNS,
  );
});

test('an outcome below the claim has a decisive reason, and scores stay between 0 and 100', () => {
  fc.assert(
    fc.property(processFile, (file) => {
      const { assessments, verdict } = judgeData(file);
      for (const { outcome, claimed, reasons } of assessments) {
        expect(outcome).not.toBe('failed');
        const isLowered = outcome !== 'unknown' && claimed !== undefined && outcome !== claimed;
        if (isLowered) expect(reasons.some(({ isDecisive }) => isDecisive)).toBe(true);
      }
      if (verdict.score) {
        expect(verdict.score.low).toBeGreaterThanOrEqual(0);
        expect(verdict.score.high).toBeLessThanOrEqual(100 + EPSILON);
        expect(verdict.score.low).toBeLessThanOrEqual(verdict.score.high + EPSILON);
      }
    }),
    RUNS,
  );
});

test('a higher score limit never saves a process', () => {
  fc.assert(
    fc.property(processFile, fc.nat(100), fc.nat(100), (file, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const at = (keepAt: number) => judgeData(file, { ...settingsFor(AS_OF), keepAt }).verdict.name;
      if (at(low) === 'eliminate') expect(at(high)).toBe('eliminate');
    }),
    RUNS,
  );
});
