import { formatPath } from '../../places/path.js';
import type { Found } from '../../schema/found.js';
import type { Advice, Rule } from '../../schema/rule.js';
import type { InvalidValue, MissingKey, UnknownKey } from '../../schema/validate.js';
import type { SchemaWords } from '../words/schema.js';

const rules: SchemaWords['rules'] = {
  text: () => 'must be text',
  'not-empty': () => 'must not be empty',
  'list-of-text': () => 'must be a list of text, such as [sales, finance]',
  'not-an-empty-list': () => 'must have at least one entry, or be left out',
  day: () => 'must be a day written as YYYY-MM-DD',
  'real-day': () => 'must be a day that exists',
  cadence: () => 'must be day, week, month, quarter, year, a number of them (2 weeks) or an event (per deal)',
  'length-of-time': () => 'must be a length of time, such as year or 6 months',
  number: () => 'must be a number',
  'above-zero': () => 'must be above zero',
  'whole-number': () => 'must be a whole number',
  'not-below-zero': () => 'must not be below zero',
  boolean: () => 'must be true or false',
  mapping: () => 'must be a mapping of keys to values',
  id: () => 'must be lower-case words joined by hyphens, such as weekly-report',
  minutes: () => 'must be a number or [low, high]',
  'low-before-high': () => 'must be [low, high], the lower number first',
  target: () => 'must be a number, "60 %" or "3 x"',
  'mapping-of-text': () => 'must be a mapping of keys to text',
  'list-of-demands': () => 'must be a list of demands',
  'list-of-kpis': () => 'must be a list of KPIs',
  'list-of-ids': () => 'must be a list of ids',
  'path-or-paths': () => 'must be a path or a list of paths',
  'list-of-word-groups': () => 'must be a list of groups of words, such as [[visit, call]]',
  'people-by-role': () => 'must be a mapping of roles to numbers of people',
  'hours-by-owner': () => 'must be a mapping of owners to hours a year',
  'hours-or-limits': () => 'must be hours a year, or {all, owners}',
  'answers-by-process': () => 'must be a mapping of process ids to answers',
  'reason-for-not-applicable': () => 'is needed with not-applicable: say why the question does not apply',
  'until-not-before-granted': () => 'must not be before the day it was granted',
  'end-of-trial': () => 'is needed for a trial: write the day it ends',
  'facts-of-retired': () => 'is needed for a retired process: write {on, why}',
  'not-retired': () => 'must be left out unless status is retired',
  'some-weight': () => 'must not all be zero',
  'some-working-day': () => 'must leave at least one working day: weeks × days_a_week less holidays',
  other: () => 'cannot have this value',
  choice: ({ choices, orKeys, orNothing }) =>
    `must be one of ${choices.join(', ')}${orKeys ? `, or ${mapping(orKeys)}` : ''}${orNothing ? ', or empty' : ''}`,
  'at-most': ({ most }) => `must be at most ${most}`,
  'at-least': ({ least }) => `must be at least ${least}`,
  between: ({ low, high }) => `must be from ${low} to ${high}`,
  exactly: ({ value }) => `must be ${value}`,
  'mapping-with': ({ keys }) => `must be ${mapping(keys)}`,
  'list-of-mappings': ({ keys }) => `must be a list of ${mapping(keys)}`,
  'text-or-mapping': ({ keys }) => `must be text or ${mapping(keys)}`,
  voices: ({ answers }) => `must be ${answers.join(', ')}, {answer, why, …}, or a list of these`,
};

function mapping(keys: readonly string[]): string {
  return `{${keys.join(', ')}}`;
}

const advice: SchemaWords['advice'] = {
  'fill-in': () => 'fill it in, or remove the key',
  'not-applicable-with-why': () => 'write {answer: not-applicable, why: …}',
  'always-applies': () => 'this question always applies',
  meant: ({ meant }) => `did you mean "${meant}"?`,
  'in-quotes': ({ text }) => `write it in quotes: "${text}"`,
  'as-list': ({ items, isCut }) => `write [${items.join(', ')}${isCut ? ', …' : ''}]`,
};

const kinds: Readonly<Record<Exclude<Found['kind'], 'value'>, string>> = {
  nothing: 'nothing',
  mapping: 'a mapping',
  list: 'a list',
  'empty-list': 'an empty list',
};

function mustBe(rule: Rule): string {
  return (rules[rule.key] as (rule: Rule) => string)(rule);
}

function unknownKey({ key, parentPath, parent, meant, known, isAfterComma }: UnknownKey): string {
  const where = parentPath.length > 0 ? `in ${formatPath(parentPath)}: ` : '';
  const comma = isAfterComma
    ? '; if it belongs to the text before it, put that text in quotes: inside { } a comma ends it'
    : '';
  return `${where}unknown key ${JSON.stringify(key)}; ${instead()}${comma}`;

  function instead(): string {
    if (parent !== undefined) return `it belongs under "${parent}": indent it`;
    if (meant !== undefined) return `did you mean "${meant}"?`;
    const list =
      'schema' in known ? `"audit schema ${known.schema}" lists the known keys` : `known here: ${known.join(', ')}`;
    return `${list}; a key of your own begins with x-`;
  }
}

function missingKey({ path, rule, isConditional }: MissingKey): string {
  return `${subject(path)} ${isConditional ? '' : 'is missing; it '}${mustBe(rule)}`;
}

function invalidValue({ path, rule, found, advice: some }: InvalidValue): string {
  const got = found.kind === 'value' ? found.written : kinds[found.kind];
  return [`${subject(path)} ${mustBe(rule)}, got ${got}`, ...some.map(adviceText)].join('; ');
}

function adviceText(one: Advice): string {
  return (advice[one.key] as (advice: Advice) => string)(one);
}

function subject(path: InvalidValue['path']): string {
  return path.length > 0 ? formatPath(path) : 'the document';
}

export const schemaInEnglish: SchemaWords = {
  rules,
  advice,
  issue: (issue) => {
    if (issue.code === 'unknown-key') return unknownKey(issue);
    return issue.code === 'missing-key' ? missingKey(issue) : invalidValue(issue);
  },
};
