import { largest } from '../../../util/largest.js';
import type { Words } from '../../../wording/words/words.js';
import type { Report, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { lookOf, verdictTitle } from '../../view/verdict-title.js';
import { costText, hrefOf, LOOKS, SHAPES, scoreText } from './parts.js';

/** In units of the picture, which the page scales. */
const WIDTH = 640;
const HEIGHT = 330;
const PLOT = { left: 44, top: 12, right: 530, bottom: 282 };
/** Processes that do not state their hours stand in a lane of their own: nowhere is not zero. */
const UNSTATED_X = 596;

/** Every process by hours (logarithmic: a report may take a hundred times what another takes) and score interval. */
export function Chart({ report, words }: { report: Report; words: Words }) {
  const { chart } = words.page;
  const toX = hoursScale(report.processes);
  return (
    <figure class="chart">
      <figcaption>
        <h2>{chart.title}</h2>
        <p>{chart.about}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a title would be shown over every mark; the caption is beside it */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <defs>
          {LOOKS.map((look) => (
            <path id={`s-${look}`} d={SHAPES[look]} />
          ))}
        </defs>
        <Axes report={report} words={words} ticks={toX.ticks} x={toX.at} />
        {report.processes.map((one) => (
          <Point one={one} x={toX.at} words={words} />
        ))}
      </svg>
      <p class="legend">
        {LOOKS.map((look) => (
          <span class={`v ${look}`}>{words.verdicts[look]}</span>
        ))}
      </p>
    </figure>
  );
}

interface HoursScale {
  readonly at: (hours: number) => number;
  readonly ticks: readonly number[];
}

function hoursScale(processes: readonly ReportedProcess[]): HoursScale {
  const known = processes.flatMap(({ burden }) => (burden.hours ? [burden.hours.low, burden.hours.high] : []));
  const logarithms = known.filter((hours) => hours > 0).map(Math.log10);
  const smallest = -largest(
    logarithms.map((logarithm) => -logarithm),
    -1,
  );
  const from = Math.floor(smallest);
  const to = Math.max(from + 1, Math.ceil(largest(logarithms, 1)));
  const ticks = Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step));
  const at = (hours: number) =>
    PLOT.left + ((Math.log10(Math.max(hours, ticks[0]!)) - from) / (to - from)) * (PLOT.right - PLOT.left);
  return { at, ticks };
}

function toY(score: number): number {
  return PLOT.bottom - (score / 100) * (PLOT.bottom - PLOT.top);
}

function Axes({
  report,
  ticks,
  x,
  words,
}: {
  report: Report;
  ticks: readonly number[];
  x: (hours: number) => number;
  words: Words;
}) {
  const { chart } = words.page;
  const { keepAt } = report.settings;
  const hasUnstated = report.processes.some(({ burden }) => burden.hours === null);
  return (
    <g class="axes" aria-hidden="true">
      <rect
        class="low"
        x={PLOT.left}
        y={toY(keepAt)}
        width={PLOT.right - PLOT.left}
        height={PLOT.bottom - toY(keepAt)}
      />
      <text class="limit" x={PLOT.right - 4} y={toY(keepAt) + 13} text-anchor="end">
        {chart.limit(keepAt)}
      </text>
      {[0, 25, 50, 75, 100].map((score) => (
        <>
          <line x1={PLOT.left} x2={PLOT.right} y1={toY(score)} y2={toY(score)} />
          <text x={PLOT.left - 6} y={toY(score) + 4} text-anchor="end">
            {score}
          </text>
        </>
      ))}
      {ticks.map((tick) => (
        <>
          <line x1={round(x(tick))} x2={round(x(tick))} y1={PLOT.top} y2={PLOT.bottom} />
          <text x={round(x(tick))} y={PLOT.bottom + 16} text-anchor="middle">
            {tick < 1 ? tick : words.grammar.number(tick)}
          </text>
        </>
      ))}
      <text x={(PLOT.left + PLOT.right) / 2} y={HEIGHT - 8} text-anchor="middle">
        {chart.x}
      </text>
      <text
        x={12}
        y={(PLOT.top + PLOT.bottom) / 2}
        text-anchor="middle"
        transform={`rotate(-90 12 ${(PLOT.top + PLOT.bottom) / 2})`}
      >
        {chart.y}
      </text>
      {hasUnstated && (
        <>
          <line x1={UNSTATED_X} x2={UNSTATED_X} y1={PLOT.top} y2={PLOT.bottom} />
          <text x={UNSTATED_X} y={PLOT.bottom + 16} text-anchor="middle">
            {chart.unstated}
          </text>
        </>
      )}
    </g>
  );
}

function Point({ one, x, words }: { one: ReportedProcess; x: (hours: number) => number; words: Words }) {
  const { burden, verdict, id, name } = one;
  const { low, high } = verdict.score ?? { low: 0, high: 100 };
  const [from, to] = burden.hours ? [x(burden.hours.low), x(burden.hours.high)] : [UNSTATED_X, UNSTATED_X];
  const [cx, cy] = [round((from + to) / 2), round(toY((low + high) / 2))];
  const label = words.page.chart.point(
    forHtml(name),
    verdictTitle(one, words),
    scoreText(one, words) ?? words.common.noScore,
    costText(one, words),
  );
  return (
    <a class={`pt ${lookOf(one)}`} href={hrefOf(id)}>
      <title>{label}</title>
      {high > low && <path class="open" d={`M${cx} ${round(toY(low))}V${round(toY(high))}`} />}
      {to > from && <path class="open" d={`M${round(from)} ${cy}H${round(to)}`} />}
      <use href={`#s-${lookOf(one)}`} x={cx} y={cy} />
    </a>
  );
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
