// How long the portfolio takes beside loading, each in this one process; bench.mjs bundles and runs it. Prints milliseconds.
import { portfolioFindings } from '../../src/gate/findings.js';
import { judge } from '../../src/judging/judge.js';
import { settingsFor } from '../../src/judging/settings.js';
import { loadProcesses } from '../../src/load/load-processes.js';
import { shareOfSalesperson, sharesOfOwners, sharesOfRoles } from '../../src/portfolio/hours-shares.js';
import { planOf } from '../../src/portfolio/plan.js';
import { portfolioOf } from '../../src/portfolio/portfolio.js';

const [folder] = process.argv.slice(2);
const settings = settingsFor('2026-07-01');

const start = performance.now();
const { processes } = await loadProcesses([folder!], { cwd: process.cwd() });
const loaded = performance.now();
const judged = processes.map((one) => judge(one, settings));
const before = performance.now();
const portfolio = portfolioOf(judged, [], settings);
const findings = portfolioFindings(portfolio);
const plan = planOf(portfolio);
sharesOfOwners(judged);
sharesOfRoles(judged, settings);
shareOfSalesperson(judged, settings);
const end = performance.now();

if (findings.length === 0 || plan.steps.length === 0) throw new Error('there was nothing to find');
console.log(JSON.stringify({ processes: processes.length, load: loaded - start, portfolio: end - before }));
