/** How many of the nearest places are looked at. */
const nearest = 12;

/**
 * Which places lie beside each other: pairs with no third place inside the circle they span (Gabriel's graph, a part of Delaunay's),
 * among the 12 nearest of each. `centres` has two numbers a place, in units in which distances make sense.
 */
export function neighboursOf(centres: Float64Array): readonly (readonly number[])[] {
  const places = centres.length / 2;
  const squared = (a: number, b: number): number =>
    ((centres[2 * a] ?? 0) - (centres[2 * b] ?? 0)) ** 2 +
    ((centres[2 * a + 1] ?? 0) - (centres[2 * b + 1] ?? 0)) ** 2;
  const all = Array.from({ length: places }, (_, place) => place);
  return all.map((place) => {
    const near = all
      .filter((other) => other !== place)
      .toSorted((a, b) => squared(place, a) - squared(place, b))
      .slice(0, nearest);
    return near.filter((other) =>
      near.every(
        (third) => third === other || squared(place, third) + squared(third, other) >= squared(place, other),
      ),
    );
  });
}
