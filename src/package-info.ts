import packageJson from '../package.json' with { type: 'json' };

/** Who wrote a report. */
export const TOOL = { name: packageJson.name, version: packageJson.version } as const;
