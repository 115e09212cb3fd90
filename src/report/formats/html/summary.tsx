import { compareText } from '../../../format/places.js';
import { sumOfBurdens } from '../../../portfolio/burden.js';
import { english } from '../../../wording/en.js';
import { hours } from '../../../wording/phrases.js';
import { forHtml } from '../../escape.js';
import type { Hours, Report, ReportedProcess } from '../../model.js';
import { lookOf } from '../../verdict-title.js';
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
  const owners = hoursByOwner(report.processes);
  const most = Math.max(...owners.map(({ sum }) => sum.hours.high), 1);
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
          {owners.map(({ owner, sum, processes, byLook }) => (
            <tr>
              <th scope="row">{owner === null ? said.nobody : forHtml(owner)}</th>
              <td>
                <Bar byLook={byLook} most={most} />
              </td>
              <td class="n">
                {hours(sum.hours)}
                {sum.unknown > 0 && <small> {said.unstated(sum.unknown)}</small>}
              </td>
              <td class="n">{processes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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

function hoursByOwner(processes: readonly ReportedProcess[]) {
  const groups = new Map<string | null, ReportedProcess[]>();
  for (const one of processes) groups.set(one.owner, [...(groups.get(one.owner) ?? []), one]);
  return [...groups]
    .map(([owner, some]) => ({
      owner,
      processes: some.length,
      sum: sumOf(some),
      byLook: Object.fromEntries(
        LOOKS.map((look) => [look, sumOf(some.filter((one) => lookOf(one) === look)).hours.high]),
      ) as ByLook,
    }))
    .sort((a, b) => b.sum.hours.high - a.sum.hours.high || compareText(a.owner ?? '', b.owner ?? ''));
}

function sumOf(some: readonly ReportedProcess[]) {
  return sumOfBurdens(some.map(({ burden }) => ({ hours: burden.hours ?? undefined })) as never);
}
