// Writes into README.md what the tool really says, and takes the picture of the page; with --check it only compares. Run by
// `npm run docs` and `npm run check`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

// The picture is of the page whose digest lies beside it: another page wants another picture.
const page = spawnSync(process.execPath, ['bin/audit.js', 'processes', '--as-of', '2026-11-23', '-f', 'html'], {
  cwd: root,
});
const digest = createHash('sha256').update(page.stdout).digest('hex');
const picture = `${root}test/docs/page.png`;
const digestFile = `${root}test/docs/page.sha256`;

async function takePicture() {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const tab = await browser.newPage({ viewport: { width: 1100, height: 760 }, colorScheme: 'light' });
  await tab.setContent(page.stdout.toString());
  await tab.screenshot({ path: picture });
  await browser.close();
  writeFileSync(digestFile, `${digest}\n`);
}

if (process.argv.includes('--check')) {
  if (readFileSync(digestFile, 'utf8').trim() !== digest) {
    console.error('test/docs/page.png shows another page than the tool writes now: run "npm run docs".');
    process.exit(1);
  }
  if (before !== after) {
    console.error('README.md does not show what the tool says now: run "npm run docs" and look at the difference.');
    process.exit(1);
  }
} else {
  writeFileSync(readme, after);
  const isNew = !existsSync(digestFile) || readFileSync(digestFile, 'utf8').trim() !== digest;
  if (isNew && existsSync('/usr/bin/chromium')) await takePicture();
  else if (isNew)
    console.error('The picture of the page is old; a machine with Chromium takes it (apt-get install chromium).');
}
