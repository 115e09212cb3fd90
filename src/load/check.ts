import type { Check } from './checked-text.js';

/** Checks a text. Parser and schemas are loaded on first use: they cost more than the audit itself. */
export const check: Check = async (kind, text) => {
  loading ??= import('./check-text.js');
  const { checkText } = await loading;
  return checkText(kind, text);
};

let loading: Promise<typeof import('./check-text.js')> | undefined;
