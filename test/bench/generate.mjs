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

function processFile(number, demandsEach) {
  const next = chance(number);
  const demands = Array.from(
    { length: demandsEach },
    (_, index) => `  - what: ${wording(next, number, index)}
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
explained: { on: "2026-01-15", how: team meeting, to: [sales] }
feedback: { every: month, last: "2026-0${1 + next(6)}-15" }
enforcement: reminder
answers:
${answers.join('\n')}
`;
}

/** What people ask for: a few words of many, so that some demands are the same and many nearly so. */
function wording(next, number, index) {
  if (index < 5) return `figure ${index} of process ${number}`;
  const words = Array.from({ length: 3 + next(3) }, () => WORDS[next(WORDS.length)]);
  return words.join(' ');
}

const WORDS = Array.from({ length: 400 }, (_, index) => `word${String.fromCharCode(97 + (index % 26))}${index}`);

export function generate(folder, count, demandsEach = 5) {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, `process-${number}.yaml`), processFile(number, demandsEach));
  }
}
