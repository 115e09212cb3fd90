import type { ChalkInstance } from 'chalk';
import { sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { Report } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { groupByRule, isAboutWaiver } from '../../view/findings-by-rule.js';
import { hang } from '../../view/layout.js';
import type { FormatOptions } from '../format.js';
import { at } from './details.js';

/** So many processes are named for a rule; the others are in --verbose. */
const MOST_NAMED = 20;

/**
 * What there is to say beyond the questions. Waivers that do not count are told in full, the rest by rule with the ids it
 * is about, or in full too when all reasons are wanted.
 */
export function findingsBlock({ findings }: Report, options: FormatOptions, chalk: ChalkInstance): string {
  if (findings.length === 0) return '';
  const { width, isVerbose } = options;
  const isTold = (finding: { rule: string }) => isVerbose || isAboutWaiver(finding);
  const told = findings.filter(isTold);
  const full = told.map(({ rule, process: id, text, remedy, place }) =>
    [
      `  ${at(place, chalk)}  ${rule}`,
      hang('    ', forTerminal(isAboutWaiver({ rule }) ? sentence(text) : `${id}: ${text}.`), width),
      hang('    ', forTerminal(sentence(remedy)), width),
    ].join('\n'),
  );
  const grouped = groupByRule(findings.filter((finding) => !isTold(finding))).map(({ rule, some }) => {
    const ids = [...new Set(some.map((finding) => finding.process))];
    const named =
      ids.length > MOST_NAMED
        ? `${ids.slice(0, MOST_NAMED).join(', ')} and ${ids.length - MOST_NAMED} more`
        : ids.join(', ');
    return hang('  ', forTerminal(`${english.findings[rule].title} (${rule}): ${named}`), width);
  });
  const more =
    grouped.length > 0 ? ['  in full: --verbose; one process: audit show <id>; a rule: audit explain <rule>'] : [];
  return [chalk.bold(`FINDINGS (${findings.length})`), ...full, ...grouped, ...more].join('\n');
}
