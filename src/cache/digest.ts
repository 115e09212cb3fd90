import { createRequire } from 'node:module';

/** A text in 43 characters: nobody has found two that share them. */
export function digestOf(text: string): string {
  // Loaded when it is needed: it takes as long as reading a dozen files.
  crypto ??= createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto');
  return crypto.hash('sha256', text, 'base64url');
}

let crypto: typeof import('node:crypto') | undefined;
