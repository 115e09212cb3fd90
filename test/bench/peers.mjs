// Other tools that check a folder of YAML files, where this machine has them: on the PATH, or in the folder that
// AUDIT_BENCH_PEERS names (one made with "npm install ajv-cli ajv-formats @stoplight/spectral-cli").
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './measure.mjs';

const schema = join(root, 'dist/schema/process.json');
const folders = [
  ...(process.env.AUDIT_BENCH_PEERS ? [join(process.env.AUDIT_BENCH_PEERS, 'node_modules/.bin')] : []),
  ...(process.env.AUDIT_BENCH_PEERS ? [process.env.AUDIT_BENCH_PEERS] : []),
  ...(process.env.PATH ?? '').split(delimiter),
];

function find(name) {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** @returns each peer with the command that checks the folder, or without one where it is not there */
export function peers(folder, scratch) {
  const ruleset = join(scratch, 'spectral.json');
  const rule = {
    given: '$',
    severity: 'error',
    message: '{{error}}',
    // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so.
    then: { function: 'schema', functionOptions: { schema: JSON.parse(readFileSync(schema, 'utf8')) } },
  };
  writeFileSync(ruleset, JSON.stringify({ rules: { 'is-a-process': rule } }));
  const glob = `${folder}/*.yaml`;
  return [
    { name: 'yamllint', argv: ['-d', 'relaxed', folder] },
    {
      name: 'ajv',
      argv: ['validate', '--spec=draft2020', '--strict=false', '-c', 'ajv-formats', '-s', schema, '-d', glob],
    },
    { name: 'spectral', argv: ['lint', '-r', ruleset, glob] },
  ].map(({ name, argv }) => {
    const path = find(name);
    return { name, command: path ? [path, ...argv] : undefined };
  });
}
