import { quote, shortened } from '../util/quote.js';

/** The wrong value as a message can show it, or only its kind if it is too long for a message. */
export type Found =
  | { readonly kind: 'nothing' | 'mapping' | 'list' | 'empty-list' }
  /** `written`: as in YAML. */
  | { readonly kind: 'value'; readonly written: string };

export function foundValue(value: unknown): Found {
  if (value === undefined || value === null) return { kind: 'nothing' };
  if (Array.isArray(value)) return foundList(value);
  if (typeof value === 'object') return { kind: 'mapping' };
  return { kind: 'value', written: writtenAs(value) };
}

function writtenAs(value: unknown): string {
  return typeof value === 'string' ? quote(value) : shortened(String(value));
}

const MOST_SHOWN = 3;
const LONGEST_LIST = 40;

/** Shows a list of a few short numbers and words, so that one sees which is wrong. */
function foundList(list: readonly unknown[]): Found {
  if (list.length === 0) return { kind: 'empty-list' };
  if (list.length > MOST_SHOWN || list.some((item) => typeof item === 'object' || item === undefined))
    return { kind: 'list' };
  const written = `[${list.map(writtenAs).join(', ')}]`;
  return written.length > LONGEST_LIST ? { kind: 'list' } : { kind: 'value', written };
}
