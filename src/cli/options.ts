import type { Scope } from '../commands/shared/audit.js';
import { UsageError } from '../commands/shared/usage-error.js';
import type { Io } from '../io.js';
import { type Day, dayOf, isDay } from '../time/day.js';
import { Option } from './command.js';

/** Options that several commands have, and what their flags come to. */

export const asOf = () => new Option('--as-of <day>').argParser(toDay);

export const config = () => new Option('-c, --config <file>');

/** What to judge; today in UTC unless a day is given. */
export function scopeOf(
  paths: readonly string[],
  { asOf, config }: { readonly asOf?: Day; readonly config?: string },
  io: Io,
): Scope {
  return { paths, asOf: asOf ?? dayOf(io.now()), config };
}

/** The first format is the default. */
export const format = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  new Option('-f, --format <format>').choices(names).default(names[0] as Names[number]);

export const output = () => new Option('-o, --output <file>');

export const sourceUrl = () => new Option('--source-url <template>').argParser(toSourceUrl);

/** Of the commands that are run again and again. */
export const cache = () => new Option('--cache');
export const noCache = () => new Option('--no-cache');
export const cacheLocation = () => new Option('--cache-location <folder>');
export const timing = () => new Option('--timing');

/** For an option that may be given several times. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function toDay(text: string): Day {
  if (isDay(text)) return text;
  throw new UsageError('not-a-day', { option: '--as-of', got: text });
}

/** Places are linked with it, so it must lead to a web page and say where the path goes. */
function toSourceUrl(text: string): string {
  if (/^https?:\/\/\S+$/i.test(text) && text.includes('{path}')) return text;
  throw new UsageError('not-a-source-url', { option: '--source-url', got: text });
}
