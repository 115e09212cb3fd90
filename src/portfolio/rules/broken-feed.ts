import { defineRule } from '../rule.js';

/** Article, point 13: it feeds other processes, and they are gone. */
export const brokenFeed = defineRule({
  id: 'broken-feed',
  find({ members, retired }) {
    const verdicts = new Map(members.map(({ salesProcess, verdict }) => [salesProcess.id, verdict.name]));
    const gone = new Set(retired.map(({ salesProcess }) => salesProcess.id));
    return members.flatMap(({ salesProcess: { id, feeds = [] } }) =>
      feeds.flatMap((to, index) => {
        const verdict = verdicts.get(to);
        if (verdict !== undefined && verdict !== 'eliminate') return [];
        const whyNot = gone.has(to) ? ('retired' as const) : ('missing' as const);
        const state = verdict === undefined ? whyNot : ('eliminated' as const);
        return [{ process: id, path: ['feeds', index], params: { to, state } }];
      }),
    );
  },
});
