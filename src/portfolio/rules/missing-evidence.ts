import { ruleOfEach } from '../rule.js';

/** Evidence that nobody can look at proves nothing. */
export const missingEvidence = ruleOfEach(
  'missing-evidence',
  ({ salesProcess: { voices }, missingEvidence: missing, outsideEvidence: outside }) => {
    if (missing.size === 0) return [];
    const all = Object.values(voices).flat();
    return all.flatMap(({ evidence, path }) =>
      evidence.flatMap((text, index) => {
        if (!missing.has(text)) return [];
        const params = { evidence: text, ...(outside?.has(text) && { where: 'outside' as const }) };
        return [{ path: [...path, 'evidence', index], params }];
      }),
    );
  },
);
