import type { Words } from './words/words.js';

/** Loads the words of a language. Tests pass in one of their own. */
export type LoadWords = () => Promise<Words>;

/** The only module that knows which languages there are; each is loaded when it is needed. */
export const loadWords: LoadWords = async () => (await import('./en/index.js')).english;
