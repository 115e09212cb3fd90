import { realpathSync } from 'node:fs';

/**
 * Where a path really leads, as the system says it. On Windows that is with long names for short ones (`RUNNER~1`, as in
 * `%TEMP%`), without a drive that stands for a folder, and in the case of the disk, as git names its folders too. Node's own way
 * knows links only, but needs less of a disk: some memory disks of Windows cannot be asked. Throws what `node:fs` throws.
 */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return realpathSync(path);
  }
}
