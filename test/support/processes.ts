/** Small process files with a known verdict, for tests of what is made of verdicts. As of 2026-07-01. */

/** Clean keep, 100 points, 24 h a year. */
export const KEPT = `name: Kept
owner: deal-desk
purpose: quotes go out the same day
beneficiaries: [sales]
demands: [{ what: customer, used_by: [deal-desk], used_for: the quote }]
explained: { on: 2026-05-01, to: [sales] }
feedback: { every: month, last: 2026-06-20 }
effort: { minutes: 12, every: month, people: 10 }
answers:
  value: { answer: yes, why: quotes are quicker, by: sales }
  explanation: { answer: yes, why: we were shown, by: sales }
  necessity: { answer: yes, why: nobody else knows the price }
  feedback: { answer: yes, why: monthly, by: sales }
  trust: { answer: yes, why: open to all, by: sales }
  strategy: { answer: yes, why: speed wins, by: sales }
`;

/** Keep, with the condition that feedback is only partly given. */
export const CONDITIONS = KEPT.replace('name: Kept', 'name: Conditional').replace(
  '{ answer: yes, why: monthly, by: sales }',
  '{ answer: partly, why: now and then, by: sales }',
);

/** Eliminated by necessity-no; the words stand in line 4, column 42. 460 h a year. */
export const ELIMINATED = `name: Useless
owner: finance
effort: { minutes: 60, every: week, people: 10 }
answers: { necessity: { answer: no, why: nobody reads it, by: sales } }
`;

/** Nobody has said anything. */
export const UNDECIDED = 'name: Open\n';

export const BROKEN = 'name: Broken\nstatus: trail\n';

/** A waiver for one of them, in its file. */
export function waived(file: string, changes: Readonly<Record<string, string>> = {}): string {
  const waiver = { reason: 'being rebuilt', approved_by: 'sales-director', until: '2026-12-31', ...changes };
  return `${file}waiver: ${JSON.stringify(waiver)}\n`;
}

/** Eliminated, and twice as much work as `ELIMINATED`. */
export const HEAVY = ELIMINATED.replace('Useless', 'Heavy').replace('people: 10', 'people: 20');
