import { spotOf } from '../../places/spot.js';
import type { Day } from '../../time/day.js';
import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedWaiver } from '../model.js';
import { forTerminal, toJson } from '../view/escape.js';
import { isAboutWaiver } from '../view/findings-by-rule.js';
import { hang } from '../view/layout.js';
import type { FormatOptions } from './format.js';

/** In this order; `expiring` is active and ends soon. */
const LISTS = ['expiring', 'active', 'expired', 'unused', 'not counted'] as const;

type Listed = ReportedWaiver & { readonly list: (typeof LISTS)[number] };

type Display = Pick<FormatOptions, 'words' | 'width'>;

/** Every waiver of a report, those that end by a day first. */
export const waiverFormats: Readonly<
  Record<'terminal' | 'json', (report: Report, soon: Day, display: Display) => string>
> = {
  terminal: inTerminal,
  json: (report, soon) => toJson({ asOf: report.asOf, expiringBy: soon, waivers: listedBy(report, soon) }),
};

function listedBy({ waivers }: Report, soon: Day): Listed[] {
  return waivers.map((waiver) => ({ ...waiver, list: listOf(waiver, soon) }));
}

function listOf({ state, until }: ReportedWaiver, soon: Day): Listed['list'] {
  if (state === 'active') return until <= soon ? 'expiring' : 'active';
  return state === 'expired' || state === 'unused' ? state : 'not counted';
}

function inTerminal(report: Report, soon: Day, { words, width }: Display): string {
  const { none, lists } = words.waivers;
  const listed = listedBy(report, soon);
  if (listed.length === 0) return `${none(report.asOf)}\n`;
  const blocks = LISTS.flatMap((list) => {
    const some = listed.filter((waiver) => waiver.list === list).sort((a, b) => (a.until < b.until ? -1 : 1));
    if (some.length === 0) return [];
    const title = list === 'expiring' ? lists.expiring(soon) : lists[list];
    return [
      [`${title.toUpperCase()} (${some.length})`, ...some.map((waiver) => entry(waiver, report, width, words))].join(
        '\n',
      ),
    ];
  });
  return `${blocks.join('\n\n')}\n`;
}

function entry(waiver: Listed, { findings }: Report, width: number, words: Words): string {
  const { process, place } = waiver;
  const about = words.waivers.entry({ ...waiver, state: words.gate.waiver(waiver) });
  const said = findings.filter(
    (finding) => isAboutWaiver(finding) && finding.process === process && finding.place.file === place.file,
  );
  return [
    hang('  ', forTerminal(about), width),
    `    ${forTerminal(spotOf(place))}`,
    ...(waiver.list === 'active' || waiver.list === 'expiring'
      ? []
      : said.slice(0, 1).map(({ remedy }) => hang('    ', forTerminal(remedy), width))),
  ].join('\n');
}
