import type { Day } from '../time/day.js';
import type { SalesProcess } from './sales-process.js';

/** Whether a process was retired by that day, inclusive. One retired later was still there on that day. */
export function isRetired({ retired }: Pick<SalesProcess, 'retired'>, asOf: Day): boolean {
  return retired !== undefined && retired.on <= asOf;
}
