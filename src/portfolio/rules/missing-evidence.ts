import { ruleOfEach } from '../contract.js';

/** Evidence that nobody can look at proves nothing. */
export const missingEvidence = ruleOfEach(
  'missing-evidence',
  ({ salesProcess: { voices }, missingEvidence: missing, outsideEvidence: outside }) =>
    Object.values(voices).flatMap((some) =>
      some.flatMap(({ evidence, path }) =>
        evidence.flatMap((text, index) =>
          missing.has(text)
            ? [
                {
                  path: [...path, 'evidence', index],
                  params: { evidence: text, ...(outside?.has(text) && { where: 'outside' as const }) },
                },
              ]
            : [],
        ),
      ),
    ),
);
