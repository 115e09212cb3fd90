import { isSameRole } from '../../../sales-process/roles.js';
import { largest } from '../../../util/largest.js';
import { hours, sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { Hours, Report, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { sumText } from '../../view/hours-text.js';
import { type Look, lookOf } from '../../view/verdict-title.js';
import { LOOKS } from './parts.js';

const words = english.page;

/** The figures of the first screen: how many, how many hours, how many come back. */
export function Figures({ report }: { report: Report }) {
  const { totals, settings } = report;
  const { burden, givenBackByEliminating: returned } = totals;
  const figures = [
    { pair: words.numbers.unjustified(totals.unjustified, totals.processes), sum: undefined },
    { pair: words.numbers.takes(hours(burden.hours), burden.unknown), sum: burden },
    ...(totals.eliminate > 0
      ? [{ pair: words.numbers.returns(hours(returned.hours), totals.eliminate, returned.unknown), sum: returned }]
      : []),
    ...(totals.undecided > 0
      ? [{ pair: words.numbers.undecided(totals.undecided, totals.answersToSettle), sum: undefined }]
      : []),
  ];
  return (
    <ul class="figures">
      {figures.map(({ pair: [figure, about], sum }) => (
        <li>
          <strong>{figure}</strong> <span>{about}</span>
          {sum && settings.hourlyCost && <em>{words.numbers.money(priceOf(sum, settings.hourlyCost))}</em>}
        </li>
      ))}
    </ul>
  );
}

function priceOf(sum: Hours, cost: NonNullable<Report['settings']['hourlyCost']>): string {
  return forHtml(words.money(sum.hours, cost));
}

/** Who imposes what: a bar an owner, split by verdict. */
export function Owners({ report }: { report: Report }) {
  const { owners } = report.hours;
  const most = largest(
    owners.map(({ all }) => all.hours.high),
    1,
  );
  const { owners: said } = words;
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
                <Bar byLook={hoursByLook(report.processes, owner)} most={most} />
              </td>
              <td class="n">
                {hours(all.hours)}
                {all.unknown > 0 && <small> {said.unstated(all.unknown)}</small>}
              </td>
              <td class="n">{processes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Roles report={report} />
    </section>
  );
}

/** Who spends the hours: a week of one person in each role. */
function Roles({ report }: { report: Report }) {
  const roles = report.hours.roles.filter(({ all }) => all.hours.high > 0 || all.unknown > 0);
  if (roles.length === 0) return null;
  const { columns, roles: title } = english.hours;
  return (
    <>
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.owners.role}</th>
            <th scope="col" class="n">
              {columns.aWeek}
            </th>
            <th scope="col" class="n">
              {columns.unjustifiedAWeek}
            </th>
            <th scope="col" class="n">
              {words.owners.processes}
            </th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, all, unjustified, aWeek, unjustifiedAWeek, processes }) => (
            <tr>
              <th scope="row">{forHtml(role)}</th>
              <td class="n">{sumText({ hours: aWeek, unknown: all.unknown })}</td>
              <td class="n">{sumText({ hours: unjustifiedAWeek, unknown: unjustified.unknown })}</td>
              <td class="n">{processes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.hours.salesperson && <p class="hint">{forHtml(sentence(report.hours.salesperson.text))}</p>}
    </>
  );
}

type ByLook = Readonly<Record<(typeof LOOKS)[number], number>>;

function Bar({ byLook, most }: { byLook: ByLook; most: number }) {
  let at = 0;
  const parts = LOOKS.filter((look) => byLook[look] > 0).map((look) => {
    const width = (100 * byLook[look]) / most;
    const part = { look, x: at, width };
    at += width;
    return part;
  });
  const label = LOOKS.filter((look) => byLook[look] > 0)
    .map((look) => `${english.verdicts[look]}: ${hours({ low: byLook[look], high: byLook[look] })} h`)
    .join(', ');
  return (
    <svg
      class="bar"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={label || words.chart.unstated}
    >
      <title>{label || words.chart.unstated}</title>
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
