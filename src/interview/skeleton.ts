import { questionIds } from '../questions/index.js';
import { ENFORCEMENTS, KINDS, type Kind } from '../sales-process/vocabulary.js';
import { PERIOD_PATTERN } from '../time/cadence.js';
import type { Words } from '../wording/words/words.js';

/** One thing a process asks for. */
export interface SkeletonDemand {
  readonly what: string;
  readonly usedBy?: readonly string[] | undefined;
  readonly usedFor?: string | undefined;
}

/** What is known about a new process, from options or from a conversation. */
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

/** The text of a new process file: known facts are filled in, the rest are comments that say what to write. */
export function skeleton(facts: SkeletonFacts, words: Words): string {
  const { name, kind, owner, purpose, crm, beneficiaries, demands = [], feedback } = facts;
  const { placeholders, comments, feedbackHow } = words.skeleton;
  const line = (key: string, value: string | undefined, otherwise: string) =>
    value === undefined ? `# ${key}: ${otherwise}` : `${key}: ${value}`;
  const scalar = (text: string | undefined) => text && quoteYaml(text);
  return `name: ${quoteYaml(name)}
${line('kind', kind, KINDS.join(' | '))}
${line('owner', scalar(owner), placeholders.owner)}
${line('purpose', scalar(purpose), placeholders.purpose)}
${line('beneficiaries', listOf(beneficiaries), '[sales, finance]')}
${line('crm', scalar(crm), placeholders.crm)}

# ${comments.demands}
${demandLines(demands, words)}

# ${comments.effort}
${line('effort', effortOf(facts), '{ minutes: [20, 40], every: week, people: 12 }')}

# ${comments.explained}
# explained: { on: 2026-01-15, how: ${JSON.stringify(placeholders.how)}, to: [sales] }
${line('feedback', feedbackOf(feedback), `{ every: month, last: 2026-01-31, how: ${JSON.stringify(feedbackHow)} }`)}
# enforcement: ${ENFORCEMENTS.join(' | ')}

# ${comments.forecast}
# forecast: { set_by: [sales], overridden_by: [sales-director] }
# mandate: { kind: law, reference: ${JSON.stringify(placeholders.reference)}, review_by: 2027-01-31 }
# consulted: { who: [sales], on: 2026-01-15 }
# review: { every: year, last: 2026-01-31 }

# ${comments.questions}
# ${comments.answers}
# answers:
${questionIds
  .map(
    (id) =>
      `#   ${id}: { answer: yes, why: "…", by: ${id === 'necessity' ? 'owner' : 'sales'}, on: 2026-01-31 }  # ${words.questions[id].asks}`,
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

/** An event (`per deal`) is free text and may need quotes; a period ("2 weeks") does not. */
function cadence(every: string | undefined): string | undefined {
  return every === undefined || PERIOD_PATTERN.test(every) ? every : quoteYaml(every);
}

function demandLines(demands: readonly SkeletonDemand[], { skeleton: { demand } }: Words): string {
  if (demands.length === 0) {
    return `# demands:\n#   - what: ${demand.what}\n#     used_by: [finance]\n#     used_for: ${demand.usedFor}`;
  }
  const lines = demands.flatMap(({ what, usedBy, usedFor }) => {
    const users = listOf(usedBy);
    return [
      `  - what: ${quoteYaml(what)}`,
      users ? `    used_by: ${users}` : `    # used_by: [${demand.usedBy}]`,
      usedFor ? `    used_for: ${quoteYaml(usedFor)}` : `    # used_for: ${demand.usedFor}`,
    ];
  });
  return ['demands:', ...lines].join('\n');
}

/** Text as a YAML scalar: plain if that is safe, else as a JSON string, which is valid YAML. */
function quoteYaml(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} .()'/-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|nan)$/i.test(text) &&
    text === text.trim();
  return isPlain ? text : JSON.stringify(text);
}

/** The example that `audit init` writes: a process everybody knows, with people who disagree about it. */
export function exampleProcess({ skeleton: { example } }: Words): string {
  return `${example.head.map((line) => `# ${line}`).join('\n')}
name: ${quoteYaml(example.name)}
kind: report
owner: finance
purpose: ${quoteYaml(example.purpose)}
beneficiaries: [finance]

# ${example.aboutDemands}
demands:
  - what: ${quoteYaml(example.demands[0])}
    used_by: [finance]
    used_for: ${quoteYaml(example.usedFor)}
    already_in: ${quoteYaml(example.alreadyIn)}
  - what: ${quoteYaml(example.demands[1])}

# ${example.aboutEffort}
effort: { minutes: [30, 45], every: week, people: 8 }

# ${example.aboutAnswers}
answers:
  value:
    answer: no
    why: ${quoteYaml(example.whyNoValue)}
    by: sales
  necessity:
    - answer: yes
      why: ${quoteYaml(example.whyNecessary)}
      by: finance
    - answer: no
      why: ${quoteYaml(example.whyNotNecessary)}
      by: sales
`;
}
