import { ruleOfEach } from '../contract.js';

/** Article, point 13: it works for other processes, and they are gone. */
export const brokenFeed = ruleOfEach('broken-feed', ({ salesProcess: { feeds = [] } }, { members, retired }) =>
  feeds.flatMap((to, index) => {
    const target = members.find(({ salesProcess }) => salesProcess.id === to);
    if (target && target.verdict.name !== 'eliminate') return [];
    const isRetired = retired.some(({ salesProcess }) => salesProcess.id === to);
    const state = target ? ('eliminated' as const) : isRetired ? ('retired' as const) : ('missing' as const);
    return [{ path: ['feeds', index], params: { to, state } }];
  }),
);
