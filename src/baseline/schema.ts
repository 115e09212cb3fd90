import * as z from 'zod/mini';
import { GATE_REASONS } from '../gate/policy.js';
import { id } from '../sales-process/schema.js';
import { about, choice, number, record, within } from '../schema/fields.js';
import { must } from '../schema/rule.js';

/** Everything that `audit-baseline.yaml` may say. The tool writes it; people merge it. */
export const baselineSchema = record({
  version: about('The version of this format.', z.literal(1, { error: must({ key: 'exactly', value: 1 }) })),
  accepted: about(
    'What was there when the baseline was written: one entry a process and reason, sorted.',
    z.array(
      record({
        process: about('The id of the process.', id()),
        reason: about(
          'The rule that eliminates it, undecided, min-score, or a question that is no yes.',
          choice(GATE_REASONS),
        ),
        score: about('The lower end of its score, 0 to 100; a lower one is worse.', number().check(...within(0, 100))),
      }),
      { error: must({ key: 'list-of-mappings', keys: ['process', 'reason', 'score'] }) },
    ),
  ),
}).register(z.globalRegistry, {
  title: 'Baseline of audit',
  description: 'What "audit check" lets pass because it was there before.',
});

export type BaselineFile = z.output<typeof baselineSchema>;
