// Writes into README.md what the tool really says; with --check it only compares. Run by `npm run docs` and `npm run check`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { english, questions } from '../../dist/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = `${root}README.md`;

function output(command) {
  const bottom = command.startsWith('audit check') ? 2 : 7;
  const [shown, , head] = command.split(/ (\|) head /);
  const [, ...argv] = shown.split(' ');
  // A check that fails ends in 1, and is shown all the same; what could not be judged is not.
  const { GITHUB_ACTIONS, GITLAB_CI, ...env } = process.env;
  const { stdout: text, status } = spawnSync(process.execPath, ['bin/audit.js', ...argv], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, CI: 'true', NO_COLOR: '1' },
  });
  if (status !== 0 && status !== 1) throw new Error(`${command} ended with ${status}`);
  const lines = text.trimEnd().split('\n');
  const kept = head ? [...lines.slice(0, Number(head)), '…', ...lines.slice(-bottom)] : lines;
  return `\`\`\`\n${kept.join('\n')}\n\`\`\``;
}

function questionTable() {
  const rows = questions.map(
    ({ id, number, weight }) => `| ${number} | \`${id}\` | ${english.questions[id].asks} | ${weight} |`,
  );
  return ['| | question | asks | weight |', '|---|---|---|---|', ...rows].join('\n');
}

function example() {
  return `\`\`\`ts\n${readFileSync(`${root}test/docs/example.ts`, 'utf8').trimEnd()}\n\`\`\``;
}

const before = readFileSync(readme, 'utf8');
const after = before
  .replace(
    /(<!-- output: (.+?) -->\n)[\s\S]*?(<!-- \/output -->)/g,
    (_, open, command, close) => `${open}${output(command)}\n${close}`,
  )
  .replace(
    /(<!-- questions -->\n)[\s\S]*?(<!-- \/questions -->)/,
    (_, open, close) => `${open}${questionTable()}\n${close}`,
  )
  .replace(/(<!-- example -->\n)[\s\S]*?(<!-- \/example -->)/, (_, open, close) => `${open}${example()}\n${close}`);

if (process.argv.includes('--check')) {
  if (before !== after) {
    console.error('README.md does not show what the tool says now: run "npm run docs" and look at the difference.');
    process.exit(1);
  }
} else {
  writeFileSync(readme, after);
}
