import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = '='.repeat(80);
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i;

/**
 * The licences of all packages with code in what esbuild wrote: nearly every licence asks that its text goes along with
 * the code. Throws where a package has no text.
 */
export function thirdPartyNotices(root, metafiles) {
  const packages = bundledPackages(metafiles).map((folder) => describe(join(root, folder)));
  const sections = [...new Set(packages)].sort().map((text) => `${RULE}\n${text}`);
  return `The files in this folder contain code from the packages below, each under its own licence.\n\n${sections.join('\n')}`;
}

/** Folders of the packages that put at least one byte into an output, relative to the root. */
function bundledPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        // Greedy: of nested packages, the innermost.
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders];
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .filter((text) => text !== '');
  if (typeof license !== 'string' || texts.length === 0) throw new Error(`${name} ${version} has no licence text`);
  return `${name} ${version}\nLicence: ${license}\n\n${texts.join('\n\n')}\n`;
}
