import { expect, test } from 'vitest';
import { questionIds, questions } from '../../src/questions/index.js';

test('every question has its own id, and its number is its place in the list', () => {
  expect(questions.map(({ id }) => id)).toEqual(questionIds);
  expect(questions.map(({ number }) => number)).toEqual(questions.map((_, index) => index + 1));
});

test('the weights of the questions add up to 100, so that a weight reads as points', () => {
  expect(questions.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});
