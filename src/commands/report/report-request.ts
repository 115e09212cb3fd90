import type { CacheLocation } from '../../cache/location.js';
import type { FoundConfiguration } from '../../load/find-configuration.js';
import type { FormatOptions } from '../../report/formats/format.js';
import type { FormatName } from '../../report/formats/names.js';
import type { Scope } from '../shared/audit.js';
import type { SpeedFlags } from '../shared/cache-flags.js';
import type { Timing } from '../shared/timing.js';
import type { Destination } from '../shared/write-output.js';

export interface ReportRequest {
  readonly scope: Scope;
  /** What is shown; never changes a verdict or the exit code. */
  readonly show: Pick<FormatOptions, 'isVerbose' | 'isQuiet' | 'sort' | 'only' | 'sourceUrl'>;
  readonly to: Destination<FormatName>;
  /** Whether the file that is written is opened on the desktop. */
  readonly isOpened: boolean;
  readonly speed: SpeedFlags;
  /** The names of all commands: one that is misspelt is taken for a path. */
  readonly commandNames: readonly string[];
}

/** What a run knows before it looks at any process. */
export interface ReportSetting {
  readonly display: Omit<FormatOptions, 'words'>;
  /** All that the report depends on besides the files. */
  readonly questionWith: (configuration: FoundConfiguration) => string;
  readonly cache: CacheLocation;
  readonly timing: Timing;
}
