import { isCurrent } from '../../judging/current-voices.js';
import { lowerMedian } from '../../judging/hear.js';
import type { Level } from '../../questions/contract.js';
import { questionIds } from '../../questions/index.js';
import { isSalesTeam, isSameRole } from '../../sales-process/roles.js';
import type { Voice } from '../../sales-process/sales-process.js';
import { ruleOfEach } from '../rule.js';

/** Article, points 8 and 16: the people who impose a process and the people who do it see two different processes. */
export const perceptionGap = ruleOfEach('perception-gap', ({ salesProcess }, settings) => {
  const { owner, voices } = salesProcess;
  if (owner === undefined || isSalesTeam(owner, settings.salesTeam)) return [];
  return questionIds.flatMap((question) => {
    const said = voices[question] ?? [];
    if (said.length < 2 || !said.some(({ by }) => isSameRole(by, owner))) return [];
    const current = said.filter((voice) => isCurrent(voice, settings));
    const ofOwner = current.filter(({ by }) => isSameRole(by, owner));
    const ofSales = current.filter(({ by }) => isSalesTeam(by, settings.salesTeam));
    const [ownerSays, salesSays] = [medianOf(ofOwner), medianOf(ofSales)];
    if (!ownerSays || !salesSays || ownerSays === salesSays) return [];
    const params = { question, owner, ownerSays, salesSays, owners: ofOwner.length, sales: ofSales.length };
    return [{ path: ['answers', question], params }];
  });
});

/** `undefined` if they don't know, or say that the question doesn't arise. */
function medianOf(voices: readonly Voice[]): Level | undefined {
  const level = lowerMedian(voices.map(({ answer }) => answer));
  return level === 'not-applicable' ? undefined : level;
}
