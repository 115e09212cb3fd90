import { type ActivityLoad, activityLoads } from '../activities.js';
import type { Portfolio } from '../portfolio.js';
import { defineRule, type Spotted } from '../rule.js';

/** A KPI's target, as written and as a number: 3 for "3 x", 0.6 for "60 %". */
interface Target {
  readonly process: string;
  readonly index: number;
  readonly measure: string;
  readonly written: string;
  readonly value: number;
}

export type Contradiction =
  | {
      readonly kind: 'product';
      readonly coverage: string;
      readonly rate: string;
      readonly with: string;
      /** Coverage times conversion rate: the multiple of the target that the two ask for together. */
      readonly product: number;
    }
  | {
      readonly kind: 'two-targets';
      readonly measure: string;
      readonly one: string;
      readonly other: string;
      readonly with: string;
    }
  | ({ readonly kind: 'activities' } & ActivityLoad);

/** How far the product may be from 1, as a factor; nobody knows a pipeline more exactly. */
const TOLERANCE = 1.25;

/** Measures for which a company can have only one target. */
const ONE_TARGET: readonly string[] = ['pipeline-coverage', 'conversion-rate', 'forecast-accuracy'];

/** Article, point 1: "pipeline at least three times the target" and "60 % must close" ask for 180 % of the target. */
export const kpiContradiction = defineRule({
  id: 'kpi-contradiction',
  find(portfolio): readonly Spotted<Contradiction>[] {
    const targets = targetsOf(portfolio);
    return [...products(targets), ...twoTargets(targets), ...tooManyActivities(portfolio)];
  },
});

function targetsOf({ members }: Portfolio): Target[] {
  return members.flatMap(({ salesProcess: { id, kpis = [] } }) =>
    kpis.map(({ measure, target }, index) => ({
      process: id,
      index,
      measure,
      written: String(target),
      value: numberOf(target, measure),
    })),
  );
}

/** "60 %" is 0.6 and "3 x" is 3; a bare number above 1 is a percentage if the measure is a share. */
function numberOf(target: number | string, measure: string): number {
  if (typeof target === 'string' && target.endsWith('%')) return Number.parseFloat(target) / 100;
  const value = Number.parseFloat(String(target));
  return measure !== 'pipeline-coverage' && value > 1 ? value / 100 : value;
}

/** Rates reported per coverage target; comparing all pairs of 10,000 would exhaust memory. */
const MOST_RATES = 10;

function products(targets: readonly Target[]): Spotted<Contradiction>[] {
  const rates = targets.filter(({ measure }) => measure === 'conversion-rate');
  return targets
    .filter(({ measure }) => measure === 'pipeline-coverage')
    .flatMap((coverage) =>
      firstOf(rates, ({ value }) => !isNearOne(coverage.value * value)).map((rate) => ({
        process: coverage.process,
        path: ['kpis', coverage.index],
        params: {
          kind: 'product',
          coverage: coverage.written,
          rate: rate.written,
          with: rate.process,
          product: coverage.value * rate.value,
        } as const,
      })),
    );
}

function isNearOne(product: number): boolean {
  return product <= TOLERANCE && product >= 1 / TOLERANCE;
}

function firstOf(rates: readonly Target[], isWanted: (rate: Target) => boolean): Target[] {
  const wanted: Target[] = [];
  for (const rate of rates) {
    if (wanted.length === MOST_RATES) break;
    if (isWanted(rate)) wanted.push(rate);
  }
  return wanted;
}

/** Each target that differs from the first one with the same measure. */
function twoTargets(targets: readonly Target[]): Spotted<Contradiction>[] {
  return ONE_TARGET.flatMap((measure) => {
    const [first, ...others] = targets.filter((target) => target.measure === measure);
    return others
      .filter(({ value }) => value !== first!.value)
      .map(({ process, index, written }) => ({
        process,
        path: ['kpis', index],
        params: { kind: 'two-targets', measure, one: written, other: first!.written, with: first!.process } as const,
      }));
  });
}

/** Activity targets that take more hours than there are, even at the least time per activity; reported once if roles share them. */
function tooManyActivities(portfolio: Portfolio): Spotted<Contradiction>[] {
  const reported = new Set<string>();
  return activityLoads(portfolio)
    .filter(({ hours, taken, there }) => hours.low + taken.low > there)
    .sort((a, b) => b.hours.low + b.taken.low - (a.hours.low + a.taken.low))
    .flatMap((load) => {
      const key = load.targets.map(({ process, index }) => `${process} ${index}`).join(', ');
      if (reported.has(key)) return [];
      reported.add(key);
      const { process, index } = load.targets[0]!;
      return [{ process, path: ['kpis', index], params: { kind: 'activities', ...load } as const }];
    });
}
