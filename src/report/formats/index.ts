import type { Format } from './format.js';
import { json } from './json.js';
import { terminal } from './terminal.js';

/** The choices of `--format`. */
export const formats = { terminal, json } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];
