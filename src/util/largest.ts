/** The largest of some numbers, and at least `least`. `Math.max(...numbers)` fails with a hundred thousand of them. */
export function largest(numbers: Iterable<number>, least: number): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
