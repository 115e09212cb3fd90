/** Why evidence does not count. */
export function evidenceGone(evidence: string, where?: 'outside'): string {
  return where === 'outside'
    ? `the evidence "${evidence}" does not count: it lies outside of the repository (without one, of the working directory) and was not looked for`
    : `the evidence "${evidence}" does not exist`;
}

/** What to do about evidence that does not count. */
export function mendEvidence(evidence: string): string {
  return evidence.includes('\\')
    ? 'write the path with / between folders, and as seen from the process file'
    : 'correct the path, which is relative to the process file';
}
