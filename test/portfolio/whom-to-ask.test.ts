import { expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { whomToAsk } from '../../src/portfolio/whom-to-ask.js';
import { AS_OF } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';

const said = (id: string, ...voices: object[]) => ({ answers: { [id]: voices } });
const unknown = (by: string) => ({ answer: 'unknown', by });

test.each([
  ['sales, if it is about what sales goes through', 'value', {}, ['sales'], false],
  ['the performers that are in sales', 'value', { performed_by: ['sdr', 'manager', 'rep'] }, ['sdr', 'rep'], false],
  ['sales, even if others do it', 'value', { performed_by: ['manager'] }, ['sales'], false],
  ['the owner, if it is about necessity', 'necessity', {}, ['the owner'], false],
  [
    'the beneficiaries too, each once',
    'necessity',
    { owner: 'cfo', beneficiaries: ['cfo', 'board'] },
    ['cfo', 'board'],
    false,
  ],
  [
    'somebody who does not know only if there is nobody else',
    'value',
    said('value', unknown('sales')),
    ['sales'],
    true,
  ],
  [
    'others rather than somebody who does not know',
    'value',
    { performed_by: ['sdr', 'rep'], ...said('value', unknown('SDR')) },
    ['rep'],
    false,
  ],
  ['somebody who has answered, again', 'value', said('value', { answer: 'no', by: 'sales' }), ['sales'], false],
] as const)('a question is put to %s', (_, question, file, roles, doNotKnow) => {
  const { salesProcess } = judgeData({ name: 'x', ...file });
  expect(whomToAsk(question, salesProcess, settingsFor(AS_OF))).toEqual({ roles, doNotKnow });
});
