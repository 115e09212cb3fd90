import type { Reader } from './reader.js';

export const yaml: Reader = {
  endings: ['.yaml', '.yml'],
  load: async () => (await import('../../yaml/parse.js')).parseText,
};
