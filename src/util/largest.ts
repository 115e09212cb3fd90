/** The largest number, but at least `least`. `Math.max(...numbers)` overflows the stack with 100,000 numbers. */
export function largest(numbers: Iterable<number>, least: number): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
