import { expect, test } from 'vitest';
import { DEFAULT_SALES_TEAM, isSalesTeam, isSameRole } from '../../src/sales-process/roles.js';

test('the default sales team is everybody who sells, without managers', () => {
  expect(DEFAULT_SALES_TEAM).toEqual([
    'sales',
    'rep',
    'account-executive',
    'account-manager',
    'sdr',
    'bdr',
    'sales-engineer',
  ]);
  expect(isSalesTeam('sales-manager', DEFAULT_SALES_TEAM)).toBe(false);
});

test.each([
  ['Account executives', 'account-executive'],
  ['ACCOUNT_EXECUTIVE', 'account-executive'],
  ['sales', 'Sales'],
  ['caf\u00e9', 'cafe\u0301'],
])('"%s" and "%s" are the same role', (one, other) => {
  expect(isSameRole(one, other)).toBe(true);
});
