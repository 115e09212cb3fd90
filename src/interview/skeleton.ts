import { ENFORCEMENTS, KINDS, type Kind } from '../sales-process/vocabulary.js';
import { PERIOD_PATTERN } from '../time/cadence.js';
import { english } from '../wording/en/index.js';

/** One piece that a process asks for. */
export interface SkeletonDemand {
  readonly what: string;
  readonly usedBy?: readonly string[] | undefined;
  readonly usedFor?: string | undefined;
}

/** What is known of a new process, from flags or from a conversation. */
export interface SkeletonFacts {
  readonly name: string;
  readonly kind?: Kind | undefined;
  readonly owner?: string | undefined;
  readonly purpose?: string | undefined;
  readonly crm?: string | undefined;
  readonly beneficiaries?: readonly string[] | undefined;
  readonly demands?: readonly SkeletonDemand[] | undefined;
  readonly effort?: {
    readonly minutes?: readonly number[] | undefined;
    readonly every?: string | undefined;
    readonly people?: number | undefined;
  };
  readonly feedback?: { readonly every: string; readonly last?: string | undefined } | undefined;
}

/** A new process file: what is known filled in, the rest as comments that say what belongs there. */
export function skeleton(facts: SkeletonFacts): string {
  const { name, kind, owner, purpose, crm, beneficiaries, demands = [], feedback } = facts;
  const line = (key: string, value: string | undefined, otherwise: string) =>
    value === undefined ? `# ${key}: ${otherwise}` : `${key}: ${value}`;
  const scalar = (text: string | undefined) => text && quoteYaml(text);
  return `name: ${quoteYaml(name)}
${line('kind', kind, KINDS.join(' | '))}
${line('owner', scalar(owner), 'the one role or department that imposes it and answers for it')}
${line('purpose', scalar(purpose), 'why it exists, in one sentence')}
${line('beneficiaries', listOf(beneficiaries), '[sales, finance]')}
${line('crm', scalar(crm), 'the CRM it lives in; leave out when it is in none')}

# What it takes from sales: for each piece, who uses it and for what.
${demandLines(demands)}

# The time it takes each person, how often, and how many people do it.
${line('effort', effortOf(facts), '{ minutes: [20, 40], every: week, people: 12 }')}

# When its meaning was explained to those who do it; what goes back to them; what happens to those who do not comply.
# explained: { on: 2026-01-15, how: "team meeting", to: [sales] }
${line('feedback', feedbackOf(feedback), '{ every: month, last: 2026-01-31, how: "numbers and decisions, by mail" }')}
# enforcement: ${ENFORCEMENTS.join(' | ')}

# The forecast that it touches, and who sets it; a duty that demands it; who was asked first; when it is looked at again.
# forecast: { set_by: [sales], overridden_by: [sales-director] }
# mandate: { kind: law, reference: "the paragraph that demands it", review_by: 2027-01-31 }
# consulted: { who: [sales], on: 2026-01-15 }
# review: { every: year, last: 2026-01-31 }

# The eight questions. Answers: yes, partly, no, unknown. A yes needs a why; what sales goes through, sales must say.
# "audit ask" asks them and writes the answers here; by hand they look like this:
# answers:
${Object.entries(english.questions)
  .map(
    ([id, { asks }]) =>
      `#   ${id}: { answer: yes, why: "…", by: ${id === 'necessity' ? 'owner' : 'sales'}, on: 2026-01-31 }  # ${asks}`,
  )
  .join('\n')}
`;
}

function listOf(roles: readonly string[] | undefined): string | undefined {
  return roles && roles.length > 0 ? `[${roles.map(quoteYaml).join(', ')}]` : undefined;
}

function effortOf({ effort = {} }: SkeletonFacts): string | undefined {
  const { minutes, every, people } = effort;
  const range = minutes && (minutes.length === 1 ? String(minutes[0]) : `[${minutes.join(', ')}]`);
  const parts = Object.entries({ minutes: range, every: cadence(every), people }).filter(
    ([, value]) => value !== undefined,
  );
  return parts.length > 0 ? `{ ${parts.map(([key, value]) => `${key}: ${value}`).join(', ')} }` : undefined;
}

function feedbackOf(feedback: SkeletonFacts['feedback']): string | undefined {
  return feedback && `{ every: ${cadence(feedback.every)}${feedback.last ? `, last: ${feedback.last}` : ''} }`;
}

/** An event (`per deal`) is whatever somebody wrote; "2 weeks" needs no quotes. */
function cadence(every: string | undefined): string | undefined {
  return every === undefined || PERIOD_PATTERN.test(every) ? every : quoteYaml(every);
}

function demandLines(demands: readonly SkeletonDemand[]): string {
  if (demands.length === 0) {
    return `# demands:\n#   - what: the figure or work that is asked for\n#     used_by: [finance]\n#     used_for: what they do with it`;
  }
  const lines = demands.flatMap(({ what, usedBy, usedFor }) => {
    const users = listOf(usedBy);
    return [
      `  - what: ${quoteYaml(what)}`,
      users ? `    used_by: ${users}` : '    # used_by: [who uses it]',
      usedFor ? `    used_for: ${quoteYaml(usedFor)}` : '    # used_for: what they do with it',
    ];
  });
  return ['demands:', ...lines].join('\n');
}

/** Text as a YAML scalar: plain where that is safe, else in double quotes, which JSON's are. */
function quoteYaml(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} .()'/-]*$/u.test(text) &&
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
