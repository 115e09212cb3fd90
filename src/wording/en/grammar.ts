import type { Cadence } from '../../time/cadence.js';
import type { Day } from '../../time/day.js';
import type { Grammar } from '../words/grammar.js';

/** "one", "one and two", "one, two and three". */
export function list(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** "1 process", "3 processes". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

const IN_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A small number in a text: "eight"; above twelve in digits. */
export function inWords(number: number): string {
  return IN_WORDS[number] ?? thousands(number);
}

/** A number as it is, with at most two decimals: "2.3", "12.5", "1,200". */
export function exact(number: number): string {
  const rounded = Math.round(number * 100) / 100;
  return Number.isInteger(rounded) ? thousands(rounded) : String(rounded);
}

/** A whole number with thousands separated, the same in every locale: "12,345". */
export function thousands(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "120" or "90-120": hours between two bounds, rounded; the half-hour of a small process stays visible. */
export function hours({ low, high }: { low: number; high: number }): string {
  const from = roundedHours(low);
  const to = roundedHours(high);
  return from === to ? from : `${from}-${to}`;
}

function roundedHours(number: number): string {
  return number > 0 && number < 10 ? String(Math.round(number * 10) / 10) : thousands(number);
}

/** The score as whole points, "17-54" or "54"; rounded down, so that it compares with the limit as the exact score does. */
export function points({ low, high }: { low: number; high: number }): string {
  const from = Math.floor(low + 1e-9);
  const to = Math.floor(high + 1e-9);
  return from === to ? String(from) : `${from}-${to}`;
}

/** Text with a capital as its first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence begins with a capital and ends with a full stop. */
export function sentence(text: string): string {
  const begun = capital(text);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

/** A share as "9-11 %", from its parts of one. */
export function percent({ low, high }: { low: number; high: number }): string {
  return `${hours({ low: low * 100, high: high * 100 })} %`;
}

/** "a year", "6 months". */
export function lengthOfTime(cadence: Cadence): string {
  if (cadence.kind === 'event') return cadence.event;
  return cadence.count === 1 ? `a ${cadence.unit}` : `${cadence.count} ${cadence.unit}s`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "31 January 2026". */
function day(of: Day): string {
  const [year, month, date] = of.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

export const grammar: Grammar = {
  plural: (number) => (number === 1 ? 'one' : 'other'),
  number: thousands,
  decimal: exact,
  list,
  range: (low, high) => (low === high ? low : `${low}-${high}`),
  hours,
  points,
  percent,
  day,
  length: lengthOfTime,
  sentence,
};
