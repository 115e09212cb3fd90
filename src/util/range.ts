/** A quantity known only to lie between two bounds, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export const ZERO: Range = { low: 0, high: 0 };

/** A range as files write it: one number, or [low, high]. */
export function toRange(written: number | readonly [low: number, high: number]): Range {
  const [low, high] = typeof written === 'number' ? [written, written] : written;
  return { low, high };
}

export function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function times({ low, high }: Range, factor: number): Range {
  return { low: low * factor, high: high * factor };
}

export function sumOfRanges(ranges: Iterable<Range>): Range {
  let total = ZERO;
  for (const range of ranges) total = plus(total, range);
  return total;
}
