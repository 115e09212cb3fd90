import packageJson from '../package.json' with { type: 'json' };

/** Who wrote a report. */
export const TOOL = { name: packageJson.name, version: packageJson.version } as const;

declare const __BUILD__: string | undefined;

/** Tells one build of the tool from another: a hash of its sources, put in by the build; none when run from sources. */
export const BUILD = typeof __BUILD__ === 'string' ? __BUILD__ : 'sources';
