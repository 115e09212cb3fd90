import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTurnedBetween, turningDays } from '../../src/history/turning-days.js';
import { settingsFor } from '../../src/judging/settings.js';
import { validateProcess } from '../../src/sales-process/validate-process.js';
import { addDays } from '../../src/time/day.js';
import { processFile } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';

test('results change only on turning days', () => {
  fc.assert(
    fc.property(processFile, fc.nat(1500), fc.nat(400), (file, start, length) => {
      const settings = settingsFor('2023-01-01');
      const validated = validateProcess(file, 'generated');
      if ('issues' in validated) return;
      const from = addDays('2023-01-01', start);
      const to = addDays(from, length);
      fc.pre(!isTurnedBetween(turningDays(validated.salesProcess, settings), from, to));
      const [a, b] = [from, to].map((asOf) => judgeData(file, settingsFor(asOf)));
      expect(b!.verdict).toEqual(a!.verdict);
      expect(b!.assessments.map(({ outcome }) => outcome)).toEqual(a!.assessments.map(({ outcome }) => outcome));
    }),
    { numRuns: 500 },
  );
});

test('the day an answer goes stale is a turning day', () => {
  const data = { name: 'A', answers: { value: { answer: 'no', on: '2026-01-01' } } };
  const validated = validateProcess(data, 'a');
  if ('issues' in validated) throw new Error('invalid');
  const turns = turningDays(validated.salesProcess, settingsFor('2026-01-01'));
  expect(isTurnedBetween(turns, '2027-01-01', '2027-01-02')).toBe(true);
  expect(isTurnedBetween(turns, '2026-02-01', '2026-12-01')).toBe(false);
});
