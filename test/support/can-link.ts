import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether symbolic links can be made here: Windows wants a privilege for them, and Wine only says that it made them. */
export const canLink = isLinkMade();

function isLinkMade(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'audit-link-'));
  try {
    writeFileSync(join(folder, 'a'), 'x');
    symlinkSync('a', join(folder, 'b'));
    return readFileSync(join(folder, 'b'), 'utf8') === 'x';
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
