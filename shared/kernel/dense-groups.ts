import type { Dimension } from '../products/group-table.ts';
import type { Groups } from './group-tally.ts';

/** Persons by place and class, `place * classes + class`; a class is age * `genders` + gender. */
export interface DenseCounts {
  readonly counts: Int32Array;
  readonly ages: number;
  readonly genders: number;
}

/**
 * The groups with somebody in them of a dense count, with totals over age and gender where these dimensions have one, ascending by
 * place. Everybody is their own contributor.
 */
export function denseGroups(dense: DenseCounts, age: Dimension, gender: Dimension): Groups {
  const cells = age.size * gender.size;
  const places = dense.counts.length / (dense.ages * dense.genders);
  const block = new Int32Array(cells);
  const fill = blockFiller(dense, age, gender);
  let groups = 0;
  for (let place = 0; place < places; place++) {
    if (!fill(place, block)) continue;
    for (let i = 0; i < cells; i++) if ((block[i] ?? 0) > 0) groups++;
  }
  const at = new Float64Array(groups);
  const persons = new Int32Array(groups);
  let next = 0;
  for (let place = 0; place < places; place++) {
    if (!fill(place, block)) continue;
    for (let i = 0; i < cells; i++) {
      const here = block[i] ?? 0;
      if (here === 0) continue;
      at[next] = place * cells + i;
      persons[next] = here;
      next++;
    }
  }
  return { at, persons, contributors: persons.slice() };
}

function add(block: Int32Array, at: number, persons: number): void {
  block[at] = (block[at] ?? 0) + persons;
}

/** Sets a block to the groups of one place and tells whether anybody is there. */
function blockFiller(
  { counts, ages, genders }: DenseCounts,
  age: Dimension,
  gender: Dimension,
): (place: number, block: Int32Array) => boolean {
  const classes = ages * genders;
  const width = gender.size;
  const ageTotal = age.hasTotal ? (age.size - 1) * width : -1;
  const genderTotal = gender.hasTotal ? width - 1 : -1;
  return (place, block) => {
    block.fill(0);
    let isAnybody = false;
    for (let own = 0; own < classes; own++) {
      const persons = counts[place * classes + own] ?? 0;
      if (persons === 0) continue;
      isAnybody = true;
      const band = Math.floor(own / genders);
      const column = own - band * genders;
      add(block, band * width + column, persons);
      if (ageTotal !== -1) add(block, ageTotal + column, persons);
      if (genderTotal !== -1) add(block, band * width + genderTotal, persons);
      if (ageTotal !== -1 && genderTotal !== -1) add(block, ageTotal + genderTotal, persons);
    }
    return isAnybody;
  };
}
