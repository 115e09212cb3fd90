import { type Issue, validate } from '../schema/validate.js';
import { type SalesProcess, toSalesProcess } from './sales-process.js';
import { salesProcessSchema } from './schema.js';

/** Turns plain data in the file format into a process, or returns everything that is wrong with it. Never throws. */
export function validateProcess(
  value: unknown,
  defaultId: string,
): { readonly salesProcess: SalesProcess } | { readonly issues: readonly Issue[] } {
  const validated = validate(salesProcessSchema, value);
  if ('issues' in validated) return validated;
  return { salesProcess: toSalesProcess(validated.value, defaultId) };
}
