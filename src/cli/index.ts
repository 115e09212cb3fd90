import { ask } from './ask.js';
import { check } from './check.js';
import type { CliCommand } from './command.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { graph } from './graph.js';
import { help } from './help.js';
import { init } from './init.js';
import { create } from './new.js';
import { plan } from './plan.js';
import { report } from './report.js';
import { schema } from './schema.js';
import { show } from './show.js';
import { trend } from './trend.js';
import { waivers } from './waivers.js';

/** Every command, in the order in which `audit --help` lists them. */
export const commands: readonly CliCommand[] = [
  report,
  check,
  plan,
  graph,
  trend,
  diff,
  waivers,
  show,
  ask,
  explain,
  create,
  init,
  schema,
  help,
];
