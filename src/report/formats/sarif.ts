import type { Place } from '../../places/places.js';
import { toJson } from '../view/escape.js';
import { isAboutWaiver } from '../view/findings-by-rule.js';
import { isFailing, type Result, resultsOf, ruleTexts } from '../view/results.js';
import type { Format, FormatOptions } from './format.js';
import { uriFrom } from './path-from.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0 (OASIS), one result a process and rule. What a waiver or the baseline lets through is suppressed (section
 * 3.27.23, 3.35); what passes, does not apply or is undecided without failing has its `kind` (section 3.27.9). GitHub
 * code scanning shows all results as alerts, whatever their kind: give it only what fails (`--only-failures`).
 */
export const sarif: Format = (report, options) => {
  const all = resultsOf(report, options.words);
  const results = options.isOnlyFailures ? all.filter(isFailing) : all;
  const rules = ruleTexts(options.words);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        rules: rules.map(({ id, title, says, why }) => ({
          id,
          name: title,
          shortDescription: { text: says },
          fullDescription: { text: why },
          help: { text: `${says} ${why}\n${options.words.results.inFull(id)}` },
        })),
      },
    },
    invocations: [
      {
        executionSuccessful: report.gate.outcome === 'passed' || report.gate.outcome === 'failed',
        toolExecutionNotifications: report.problems.map(({ code, message, hint, place }) => ({
          descriptor: { id: code },
          level: 'error',
          message: { text: hint ? `${message}\n${hint}` : message },
          locations: [location(place, options)],
        })),
      },
    ],
    columnKind: 'utf16CodeUnits',
    // What no single result tells (section 3.8): how many hours, whose they are, and what to do in which order.
    properties: {
      totals: report.totals,
      hours: report.hours,
      plan: report.plan.steps.map(({ process, action }) => ({ process, action })),
    },
    results: results.map((result) => {
      // A limit of one owner is the rule max-burden with a name of its own in the fingerprint.
      const rule = result.rule.split('/')[0]!;
      return {
        ruleId: rule,
        ruleIndex: indexOf.get(rule),
        kind: KINDS[result.kind],
        level: levelOf(result),
        message: { text: `${result.name}: ${result.text}` },
        locations: [location(result.place, options)],
        partialFingerprints: { 'processAndRule/v1': result.fingerprint },
        ...(result.letThrough && { suppressions: [suppression(result.letThrough)] }),
      };
    }),
  };
  return toJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
};

const KINDS = { fail: 'fail', note: 'fail', open: 'open', pass: 'pass', 'not-applicable': 'notApplicable' } as const;

function levelOf({ kind, rule }: Result): 'error' | 'warning' | 'note' | 'none' {
  if (kind === 'fail') return 'error';
  if (kind !== 'note') return 'none';
  return isAboutWaiver({ rule }) ? 'warning' : 'note';
}

function suppression({ isInProcessFile, text }: NonNullable<Result['letThrough']>) {
  return { kind: isInProcessFile ? 'inSource' : 'external', status: 'accepted', justification: text };
}

function location({ file, line, column }: Place, options: FormatOptions) {
  const uri = uriFrom(file, options);
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } },
  };
}
