import { QUESTION_IDS, type QuestionId } from '../sales-process/vocabulary.js';
import type { Question } from './contract.js';
import { creativity } from './creativity.js';
import { explanation } from './explanation.js';
import { feedback } from './feedback.js';
import { forecast } from './forecast.js';
import { necessity } from './necessity.js';
import { strategy } from './strategy.js';
import { trust } from './trust.js';
import { value } from './value.js';

/** A question for every id of the file format. */
const byId = {
  value,
  creativity,
  explanation,
  necessity,
  feedback,
  trust,
  forecast,
  strategy,
} satisfies { readonly [Id in QuestionId]: Question<Id> };

/** The article's questions, in its order. */
export const questions: readonly Question[] = QUESTION_IDS.map((id) => byId[id]);

export const questionIds: readonly QuestionId[] = QUESTION_IDS;

export type { QuestionId };

type FactsOf<Q> = Q extends Question<QuestionId, infer F> ? F : never;

/** Every fact that a question can state, each with its own parameters. */
export type QuestionFact = FactsOf<(typeof byId)[QuestionId]>;
