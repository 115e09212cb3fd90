import { ENFORCEMENTS, KINDS, type Kind } from '../sales-process/vocabulary.js';
import { english } from '../wording/en.js';

/** The facts that `audit new` may be told on the command line. */
export interface SkeletonFacts {
  readonly name: string;
  readonly kind?: Kind;
  readonly owner?: string;
  readonly purpose?: string;
  readonly crm?: string;
  readonly beneficiaries?: readonly string[];
  readonly demands?: readonly string[];
}

/** A new process file: what is known filled in, the rest as comments that say what belongs there. */
export function skeleton(facts: SkeletonFacts): string {
  const { name, kind, owner, purpose, crm, beneficiaries, demands = [] } = facts;
  const line = (key: string, value: string | undefined, otherwise: string) =>
    value === undefined ? `# ${key}: ${otherwise}` : `${key}: ${value}`;
  const scalar = (text: string | undefined) => text && quoteYaml(text);
  return `name: ${quoteYaml(name)}
${line('kind', kind, KINDS.join(' | '))}
${line('owner', scalar(owner), 'the one role or department that imposes it and answers for it')}
${line('purpose', scalar(purpose), 'why it exists, in one sentence')}
${line('beneficiaries', beneficiaries && `[${beneficiaries.map(quoteYaml).join(', ')}]`, '[sales, finance]')}
${line('crm', scalar(crm), 'the CRM it lives in; leave out when it is in none')}

# What it takes from sales: for each piece, who uses it and for what.
${demandLines(demands)}

# The time it takes each person, how often, and how many people do it.
# effort: { minutes: [20, 40], every: week, people: 12 }

# When its meaning was explained to those who do it; what goes back to them; what happens to those who do not comply.
# explained: { on: 2026-01-15, how: "team meeting", to: [sales] }
# feedback: { every: month, last: 2026-01-31, how: "numbers and decisions, by mail" }
# enforcement: ${ENFORCEMENTS.join(' | ')}

# The eight questions. Answers: yes, partly, no, unknown. A yes needs a why; what sales goes through, sales must say.
# answers:
${Object.entries(english.questions)
  .map(
    ([id, { asks }]) =>
      `#   ${id}: { answer: yes, why: "…", by: ${id === 'necessity' ? 'owner' : 'sales'}, on: 2026-01-31 }  # ${asks}`,
  )
  .join('\n')}
`;
}

function demandLines(demands: readonly string[]): string {
  if (demands.length === 0) {
    return `# demands:\n#   - what: the figure or work that is asked for\n#     used_by: [finance]\n#     used_for: what they do with it`;
  }
  return `demands:\n${demands.map((what) => `  - what: ${quoteYaml(what)}\n    # used_by: [who uses it]\n    # used_for: what they do with it`).join('\n')}`;
}

/** Text as a YAML scalar: plain where that is safe, else in double quotes, which JSON's are. */
function quoteYaml(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} .,()'/-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|nan)$/i.test(text) &&
    text === text.trim();
  return isPlain ? text : JSON.stringify(text);
}

/** The example that `audit init` writes: a process everybody knows, with facts and answers that disagree. */
export function exampleProcess(): string {
  return `# One process a file. Only "name" is required; run "audit show weekly-pipeline-report" to see what each line does,
# and "audit explain" for the eight questions. Then replace this example by a process of yours ("audit new <id>").
name: Weekly pipeline report
kind: report
owner: finance
purpose: Finance wants to see the pipeline before the monthly closing.
beneficiaries: [finance]

# What it takes from sales. A demand that nobody uses, or that is known elsewhere, is what this audit looks for.
demands:
  - what: open opportunities with amount and closing date
    used_by: [finance]
    used_for: the cash forecast
    already_in: the CRM
  - what: a comment on every opportunity

# minutes x times a year x people = what it costs.
effort: { minutes: [30, 45], every: week, people: 8 }

# What people say. A voice without "by" is the owner's; on all questions but necessity, sales has the last word.
answers:
  value:
    answer: no
    why: I type into a sheet what stands in the CRM, and never hear of it again.
    by: sales
  necessity:
    - answer: yes
      why: Without it we would have to ask in January.
      by: finance
    - answer: no
      why: The CRM has a report with the same columns.
      by: sales
`;
}
