import { compareText } from '../../places/places.js';
import type { ReportedProcess } from '../model.js';

const VERDICTS = { eliminate: 0, undecided: 1, keep: 2 } as const;

/** The worst verdict first, kept ones with conditions before clean ones, then the costliest. */
export function byVerdict(a: ReportedProcess, b: ReportedProcess): number {
  return (
    VERDICTS[a.verdict.name] - VERDICTS[b.verdict.name] ||
    Number(b.verdict.conditions.length > 0) - Number(a.verdict.conditions.length > 0) ||
    byHours(a, b)
  );
}

/** The costliest first; what does not state its hours comes last. Ties by id, so that the order is always the same. */
export function byHours(a: ReportedProcess, b: ReportedProcess): number {
  return (b.burden.hours?.high ?? -1) - (a.burden.hours?.high ?? -1) || compareText(a.id, b.id);
}
