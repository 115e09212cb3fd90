import * as z from 'zod/mini';
import type { QuestionId } from '../questions/index.js';
import { questionIds } from '../questions/index.js';
import { ALWAYS_ARISES, ANSWERS } from '../sales-process/vocabulary.js';
import { about, choice, day, record, text, texts } from '../schema/fields.js';
import { must } from '../schema/rule.js';

const WITHOUT_NOT_APPLICABLE = ANSWERS.filter((answer) => answer !== 'not-applicable');

const answerTo = (id: QuestionId) => {
  const answers = ALWAYS_ARISES.includes(id) ? WITHOUT_NOT_APPLICABLE : ANSWERS;
  const answer = z.union([choice(answers as typeof ANSWERS), z.boolean(), z.null()], {
    error: must({ key: 'choice', choices: answers, orNothing: true }),
  });
  return z
    .nullable(
      record({
        answer: about('The answer; empty: not answered.', z.optional(answer)),
        why: about('The reason.', z.optional(z.nullable(z.string({ error: must('text') })))),
        evidence: about(
          'Links, or paths relative to the process file.',
          z.optional(
            z.nullable(z.union([z.array(z.never()).check(z.maxLength(0)), texts()], { error: must('list-of-text') })),
          ),
        ),
      }),
    )
    .check(
      z.refine((given) => given?.answer !== 'not-applicable' || Boolean(given.why?.trim()), {
        error: must('reason-for-not-applicable'),
        path: ['why'],
      }),
    );
};

type Answers = Record<QuestionId, z.ZodMiniOptional<ReturnType<typeof answerTo>>>;

const answers = record(
  Object.fromEntries(questionIds.map((id) => [id, about(`Question ${id}.`, z.optional(answerTo(id)))])) as Answers,
);

/** An answer sheet that was filled in. */
export const sheetSchema = record({
  sheet: about('The version of the sheet.', z.literal(1, { error: must({ key: 'exactly', value: 1 }) })),
  role: about('Who answers: a role or department.', text()),
  who: about('A pseudonym that tells people of one role apart.', z.optional(z.nullable(text()))),
  on: about('The day; default: the as-of day.', z.optional(z.nullable(day()))),
  answers: about(
    'By process id, then by question.',
    z.record(z.string(), z.nullable(answers), { error: must('answers-by-process') }),
  ),
});

export type Sheet = z.output<typeof sheetSchema>;
