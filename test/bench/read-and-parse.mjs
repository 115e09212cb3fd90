// The bare minimum to compare with: reads and parses every file of a folder, and keeps nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) parse(readFileSync(join(folder, name), 'utf8'));
