import type { Place } from '../format/places.js';
import type { JudgedWaiver } from './waivers.js';

/** The parameters of each thing that can be said about a waiver. */
export interface FindingParams {
  'waiver-expired': { process: string; until: string; approvedBy: string };
  'waiver-unused': { process: string; because: NonNullable<JudgedWaiver['because']> };
  'waiver-self-approved': { process: string; approvedBy: string };
  'waiver-refused': { process: string; forbiddenBy: readonly string[] };
}

export type FindingRule = keyof FindingParams;

/** Something to say about a process that moves no verdict: a code with parameters, and where it stands. */
export type Finding = {
  [Rule in FindingRule]: {
    readonly rule: Rule;
    readonly process: string;
    readonly place: Place;
    readonly params: FindingParams[Rule];
  };
}[FindingRule];

/** What is wrong with waivers that do not count. */
export function waiverFindings(waivers: readonly JudgedWaiver[]): Finding[] {
  return waivers.flatMap((waiver): Finding[] => {
    const { process, place, untilPlace, approvedBy, until, state } = waiver;
    switch (state) {
      case 'expired':
        return [{ rule: 'waiver-expired', process, place: untilPlace, params: { process, until, approvedBy } }];
      case 'unused':
        return [{ rule: 'waiver-unused', process, place, params: { process, because: waiver.because! } }];
      case 'self-approved':
        return [{ rule: 'waiver-self-approved', process, place, params: { process, approvedBy } }];
      case 'not-waivable':
        return [{ rule: 'waiver-refused', process, place, params: { process, forbiddenBy: waiver.forbiddenBy! } }];
      default:
        return [];
    }
  });
}
