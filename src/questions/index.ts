import type { Question } from './contract.js';
import { creativity } from './creativity.js';
import { explanation } from './explanation.js';
import { feedback } from './feedback.js';
import { forecast } from './forecast.js';
import { necessity } from './necessity.js';
import { strategy } from './strategy.js';
import { trust } from './trust.js';
import { value } from './value.js';

/** The article's eight questions, in its order. */
export const questions = [
  value,
  creativity,
  explanation,
  necessity,
  feedback,
  trust,
  forecast,
  strategy,
] as const satisfies readonly Question[];

export type QuestionId = (typeof questions)[number]['id'];

type FactsOf<Q> = Q extends Question<string, infer F> ? F : never;

/** Every fact that one of the eight questions can state, with its own parameters. */
export type QuestionFact = FactsOf<(typeof questions)[number]>;

export const questionIds: readonly QuestionId[] = questions.map((question) => question.id);
