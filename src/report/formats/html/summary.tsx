import { isSameRole } from '../../../sales-process/roles.js';
import { largest } from '../../../util/largest.js';
import type { Words } from '../../../wording/words/words.js';
import type { Hours, Report, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { sumText } from '../../view/hours-text.js';
import { type Look, lookOf } from '../../view/verdict-title.js';
import { LOOKS } from './parts.js';

/** The figures of the first screen: how many, how many hours, how many come back. */
export function Figures({ report, words }: { report: Report; words: Words }) {
  const { numbers } = words.page;
  const { hours } = words.grammar;
  const { totals, settings } = report;
  const { burden, givenBackByEliminating: returned } = totals;
  const figures = [
    { pair: numbers.unjustified(totals.unjustified, totals.processes), sum: undefined },
    { pair: numbers.takes(hours(burden.hours), burden.unknown), sum: burden },
    ...(totals.eliminate > 0
      ? [{ pair: numbers.returns(hours(returned.hours), totals.eliminate, returned.unknown), sum: returned }]
      : []),
    ...(totals.undecided > 0
      ? [{ pair: numbers.undecided(totals.undecided, totals.answersToSettle), sum: undefined }]
      : []),
  ];
  return (
    <ul class="figures">
      {figures.map(({ pair: [figure, about], sum }) => (
        <li>
          <strong>{figure}</strong> <span>{about}</span>
          {sum && settings.hourlyCost && <em>{numbers.money(priceOf(sum, settings.hourlyCost, words))}</em>}
        </li>
      ))}
    </ul>
  );
}

function priceOf(sum: Hours, cost: NonNullable<Report['settings']['hourlyCost']>, { page }: Words): string {
  return forHtml(page.money(sum.hours, cost));
}

/** Who imposes what: a bar an owner, split by verdict. */
export function Owners({ report, words }: { report: Report; words: Words }) {
  const { owners } = report.hours;
  const most = largest(
    owners.map(({ all }) => all.hours.high),
    1,
  );
  const { owners: said } = words.page;
  return (
    <section class="owners" aria-labelledby="who">
      <h2 id="who">{said.title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.owner}</th>
            <th scope="col">{said.split}</th>
            <th scope="col" class="n">
              {said.hours}
            </th>
            <th scope="col" class="n">
              {said.processes}
            </th>
          </tr>
        </thead>
        <tbody>
          {owners.map(({ owner, all, processes }) => (
            <tr>
              <th scope="row">{owner === null ? said.nobody : forHtml(owner)}</th>
              <td>
                <Bar byLook={hoursByLook(report.processes, owner)} most={most} words={words} />
              </td>
              <td class="n">
                {words.grammar.hours(all.hours)}
                {all.unknown > 0 && <small> {said.unstated(all.unknown)}</small>}
              </td>
              <td class="n">{processes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Roles report={report} words={words} />
    </section>
  );
}

/** Who spends the hours: a week of one person in each role. */
function Roles({ report, words }: { report: Report; words: Words }) {
  const roles = report.hours.roles.filter(({ all }) => all.hours.high > 0 || all.unknown > 0);
  if (roles.length === 0) return null;
  const { columns, roles: title } = words.hours;
  return (
    <>
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.page.owners.role}</th>
            <th scope="col" class="n">
              {columns.aWeek}
            </th>
            <th scope="col" class="n">
              {columns.unjustifiedAWeek}
            </th>
            <th scope="col" class="n">
              {words.page.owners.processes}
            </th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, all, unjustified, aWeek, unjustifiedAWeek, processes }) => (
            <tr>
              <th scope="row">{forHtml(role)}</th>
              <td class="n">{sumText({ hours: aWeek, unknown: all.unknown }, words)}</td>
              <td class="n">{sumText({ hours: unjustifiedAWeek, unknown: unjustified.unknown }, words)}</td>
              <td class="n">{processes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.hours.salesperson && <p class="hint">{forHtml(words.grammar.sentence(report.hours.salesperson.text))}</p>}
    </>
  );
}

type ByLook = Readonly<Record<(typeof LOOKS)[number], number>>;

function Bar({ byLook, most, words }: { byLook: ByLook; most: number; words: Words }) {
  const { page } = words;
  let at = 0;
  const parts = LOOKS.filter((look) => byLook[look] > 0).map((look) => {
    const width = (100 * byLook[look]) / most;
    const part = { look, x: at, width };
    at += width;
    return part;
  });
  const label = LOOKS.filter((look) => byLook[look] > 0)
    .map((look) => `${words.verdicts[look]}: ${page.hours({ low: byLook[look], high: byLook[look] })}`)
    .join(', ');
  return (
    <svg
      class="bar"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={label || page.chart.unstated}
    >
      <title>{label || page.chart.unstated}</title>
      {parts.map(({ look, x, width }) => (
        <rect class={look} x={Math.round(x * 100) / 100} width={Math.round(width * 100) / 100} height="8" />
      ))}
    </svg>
  );
}

function hoursByLook(processes: readonly ReportedProcess[], owner: string | null): ByLook {
  const own = processes.filter((one) =>
    owner === null ? one.owner === null : one.owner && isSameRole(one.owner, owner),
  );
  const sum = (look: Look) =>
    own.reduce((total, one) => total + (lookOf(one) === look ? (one.burden.hours?.high ?? 0) : 0), 0);
  return Object.fromEntries(LOOKS.map((look) => [look, sum(look)])) as ByLook;
}
