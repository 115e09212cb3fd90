import { createRequire } from 'node:module';

/** What a text is recognised by: the text itself, or its SHA-256. The first character says which. */
export type Fingerprint = string;

const TEXT = '=';
const DIGEST = '#';

/** So many texts are remembered as they are: to load the crypto module takes as long as reading a dozen files. */
const FEW = 100;

/** Takes fingerprints: of a few texts the texts themselves, of more their digests. */
export function fingerprints(): (text: string) => Fingerprint {
  let taken = 0;
  return (text) => (taken++ < FEW ? TEXT + text : DIGEST + digestOf(text));
}

/** Whether a fingerprint is that of a text. */
export function isOf(fingerprint: Fingerprint, text: string): boolean {
  if (fingerprint[0] === TEXT) return fingerprint.length === text.length + 1 && fingerprint.endsWith(text);
  return fingerprint === DIGEST + digestOf(text);
}

/** The same for a text that many fingerprints are compared with. */
export function recogniser(text: string): (fingerprint: Fingerprint) => boolean {
  const known = new Map<Fingerprint, boolean>();
  return (fingerprint) => {
    const before = known.get(fingerprint);
    if (before !== undefined) return before;
    const isSame = isOf(fingerprint, text);
    known.set(fingerprint, isSame);
    return isSame;
  };
}

function digestOf(text: string): string {
  crypto ??= createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto');
  return crypto.hash('sha256', text, 'base64url');
}

let crypto: typeof import('node:crypto') | undefined;
