import { expect, test, vi } from 'vitest';

test('the example of the README runs as it stands there', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./docs/example.js');
  const [first, json] = log.mock.calls.map(([text]) => String(text));
  log.mockRestore();
  expect(first).toMatch(/^11 of 20 unjustified: .*No form, no commission/);
  expect(JSON.parse(json!)).toMatchObject({ schemaVersion: 1, totals: { processes: 20 } });
});

test('the library offers what its types promise', async () => {
  const library = await import('sales-process-audit');
  const { assess, decide, settingsFor, validateProcess } = library;
  const validated = validateProcess({ name: 'Plain data', answers: { strategy: false } }, 'plain-data');
  if ('issues' in validated) throw new Error('valid data was refused');
  const settings = settingsFor('2026-07-01');
  const assessments = assess(validated.salesProcess, { settings });
  expect(decide(validated.salesProcess, assessments, settings)).toMatchObject({
    name: 'eliminate',
    rules: ['strategy-no'],
  });
  expect(validateProcess({ nmae: 'x' }, 'x')).toMatchObject({
    issues: [{ code: 'missing-key' }, { code: 'unknown-key' }],
  });
});
