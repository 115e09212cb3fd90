import type { Check } from './checked-text.js';
import { readerOf } from './readers/index.js';

/** Checks a text. Parser and schemas are loaded on first use: they cost more than the audit itself. */
export const check: Check = async (kind, text, file) => {
  loading ??= import('./check-text.js');
  const [{ checkText }, parse] = await Promise.all([loading, readerOf(file).load()]);
  return checkText(kind, text, parse);
};

let loading: Promise<typeof import('./check-text.js')> | undefined;
