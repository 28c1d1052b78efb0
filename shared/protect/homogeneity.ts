/**
 * A fact about a whole group that no threshold hides: of `persons` people (everybody the reader knows to be in the parent
 * group), all but `exceptions` are in one category. `everyone`: nobody is outside, so anybody learns it; `allBut`: those
 * outside, at most k*, learn it of all the others.
 */
export interface WholeGroupFact {
  readonly kind: 'everyone' | 'allBut';
  readonly category: number;
  readonly persons: number;
  readonly exceptions: number;
}

/**
 * The k*-rule of Lupp and Langsrud (2021): a category c that is the whole of its parent p up to k* persons discloses,
 * |p| - k* <= |c|. `persons` are the raw distinct persons of the parent (those from home zone H in the table), `categories`
 * how many of them were in each category (visited zone S); one person may be in several. An empty category is never a
 * finding: that nobody was there is a zero, not a fact about everybody.
 */
export function wholeGroupFacts(
  persons: number,
  categories: readonly number[],
  kStar: number,
): readonly WholeGroupFact[] {
  return categories.flatMap((count, category) => {
    if (count > persons) throw new Error(`category ${category} has ${count} of ${persons} persons`);
    if (count === 0 || persons - kStar > count) return [];
    const exceptions = persons - count;
    return [{ kind: exceptions === 0 ? 'everyone' : 'allBut', category, persons, exceptions }];
  });
}

/** Raw distinct persons: of a group, of those at a sensitive place, of both, and of everybody in the table. */
export interface PlaceAndGroup {
  readonly both: number;
  readonly group: number;
  readonly place: number;
  readonly everybody: number;
}

/**
 * How many times as often people of the group are at the place as people at large: P(s | g) / P(s), 0 or more, 1 is
 * no difference. Undefined where the group or the place is empty.
 */
export function lift({ both, group, place, everybody }: PlaceAndGroup): number | undefined {
  return group === 0 || place === 0 ? undefined : (both * everybody) / (group * place);
}

/**
 * Whether the figures say something of a group that is large enough to be published: its lift exceeds `limit` (for example 3)
 * and it has at least `minimumPersons`. Smaller groups are the threshold's business.
 */
export function isSkewed(counts: PlaceAndGroup, minimumPersons: number, limit: number): boolean {
  const times = lift(counts);
  return times !== undefined && counts.group >= minimumPersons && times > limit;
}
