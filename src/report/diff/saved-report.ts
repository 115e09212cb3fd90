import * as z from 'zod/mini';
import { questionIds } from '../../questions/index.js';
import { DAY_PATTERN } from '../../time/day.js';
import type { Report } from '../model.js';

/** What a comparison asks of a report: little enough that reports of earlier versions can be compared, too. */

type Range = { readonly low: number; readonly high: number };

type AssessmentOfReport = Report['processes'][number]['assessments'][number];

export interface DiffableProcess extends Pick<Report['processes'][number], 'id' | 'name' | 'place'> {
  readonly verdict: Pick<Report['processes'][number]['verdict'], 'name' | 'score' | 'conditions'>;
  readonly burden: { readonly hours: Range | null; readonly text: string };
  readonly assessments: readonly (Pick<AssessmentOfReport, 'question' | 'outcome'> & {
    readonly voices: readonly Pick<
      AssessmentOfReport['voices'][number],
      'by' | 'answer' | 'why' | 'on' | 'counts' | 'place' | 'isShareable'
    >[];
    readonly reasons: readonly Pick<
      AssessmentOfReport['reasons'][number],
      'text' | 'shareable' | 'isDecisive' | 'place'
    >[];
  })[];
}

export interface DiffableReport extends Pick<Report, 'asOf' | 'problems'> {
  readonly settings: Pick<Report['settings'], 'keepAt' | 'weights' | 'salesTeam'>;
  readonly processes: readonly DiffableProcess[];
  readonly retired: readonly Pick<Report['retired'][number], 'id'>[];
}

const text = () => z.string();
const place = () => z.looseObject({ file: text(), line: z.number(), column: z.number() });
const range = () => z.looseObject({ low: z.number(), high: z.number() });

const schema = z.looseObject({
  schemaVersion: z.literal(1),
  asOf: text().check(z.regex(DAY_PATTERN)),
  settings: z.looseObject({
    keepAt: z.number(),
    weights: z.record(text(), z.number()),
    salesTeam: z.array(text()),
  }),
  processes: z.array(
    z.looseObject({
      id: text(),
      name: text(),
      place: place(),
      verdict: z.looseObject({
        name: z.enum(['keep', 'eliminate', 'undecided']),
        score: z.nullable(range()),
        conditions: z.array(z.unknown()),
      }),
      burden: z.looseObject({ hours: z.nullable(range()), text: text() }),
      assessments: z.array(
        z.looseObject({
          question: z.enum(questionIds as unknown as Record<string, string>),
          outcome: z.enum(['yes', 'partly', 'no', 'unknown', 'not-applicable', 'failed']),
          voices: z.array(
            z.looseObject({
              by: text(),
              answer: text(),
              why: z.nullable(text()),
              on: z.nullable(text()),
              counts: z.boolean(),
              isShareable: z.boolean(),
              place: place(),
            }),
          ),
          reasons: z.array(z.looseObject({ text: text(), shareable: text(), isDecisive: z.boolean(), place: place() })),
        }),
      ),
    }),
  ),
  retired: z.array(z.looseObject({ id: text() })),
  problems: z.array(z.looseObject({ place: place() })),
});

/** Reads a saved report; `undefined`: it is none, or of a version that this one does not know. */
export function parseReport(json: string): DiffableReport | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(json));
    return parsed.success ? (parsed.data as unknown as DiffableReport) : undefined;
  } catch {
    return undefined;
  }
}
