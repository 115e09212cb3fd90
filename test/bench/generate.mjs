// Writes process files of about 60 lines, each different, the same ones every time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ANSWERS = ['yes', 'partly', 'no', 'unknown'];
const QUESTIONS = ['value', 'creativity', 'explanation', 'necessity', 'feedback', 'trust', 'forecast', 'strategy'];
const OWNERS = ['finance', 'marketing', 'sales-operations', 'legal', 'quality'];

/** A small linear congruential generator: chance that repeats. */
function chance(seed) {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function processFile(number) {
  const next = chance(number);
  const demands = Array.from(
    { length: 5 },
    (_, index) => `  - what: figure ${index} of process ${number}
    field: Opportunity.Field_${next(400)}
    used_by: [${OWNERS[next(OWNERS.length)]}]
    used_for: a decision that somebody takes in the monthly meeting`,
  );
  const answers = QUESTIONS.map(
    (id) => `  ${id}:
    - answer: ${ANSWERS[next(ANSWERS.length)]}
      why: it is what process ${number} does for those who do it
      by: sales`,
  );
  return `# Generated for the benchmark.
name: Process number ${number}
summary: What sales does for process ${number}, week after week.
kind: report
owner: ${OWNERS[next(OWNERS.length)]}
performed_by: [sales]
crm: the CRM
purpose: Somebody wants to know what process ${number} tells.
beneficiaries: [sales, finance]
demands:
${demands.join('\n')}
effort: { minutes: [${5 + next(20)}, ${30 + next(30)}], every: week, people: ${1 + next(40)} }
explained: { on: 2026-01-15, how: team meeting, to: [sales] }
feedback: { every: month, last: 2026-0${1 + next(6)}-15 }
enforcement: reminder
answers:
${answers.join('\n')}
`;
}

export function generate(folder, count) {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `process-${number}.yaml`), processFile(number));
  }
}
