import { defineRule } from '../rule.js';

/** Article, point 9: a department gets incomplete information, can't use it, and issues a form of its own. */
export const formBegetsForm = defineRule({
  id: 'form-begets-form',
  find({ members, retired }) {
    const causes = new Map(
      [...members, ...retired].map(({ salesProcess: { id, because_of = [] } }) => [id, because_of]),
    );
    return members.flatMap(({ salesProcess: { id, because_of = [] } }) =>
      because_of.map((cause, index) => {
        const { chain, isCycle } = chainFrom([id, cause], causes);
        return { process: id, path: ['because_of', index], params: { chain, isCycle } };
      }),
    );
  },
});

/** From a process back to the first cause, or to a process that is already in the chain. */
function chainFrom(
  begun: readonly string[],
  causes: ReadonlyMap<string, readonly string[]>,
): { readonly chain: readonly string[]; readonly isCycle: boolean } {
  const chain = [...begun];
  for (;;) {
    const last = chain.at(-1)!;
    if (chain.indexOf(last) < chain.length - 1) return { chain, isCycle: true };
    const next = causes.get(last)?.[0];
    if (next === undefined) return { chain, isCycle: false };
    chain.push(next);
  }
}
