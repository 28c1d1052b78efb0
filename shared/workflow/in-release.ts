import type { Breakdown } from '../products/person-classes.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';

/** Who counts in a release, and how many do not and why; a person is told under the first reason that holds. */
export interface InRelease {
  /** Class of each person, -1 for those who do not count. */
  readonly classOfPerson: Int32Array;
  readonly withoutConsent: number;
  readonly machineLike: number;
  readonly withoutCategory: number;
}

/**
 * Leaves out people without consent where the release aims at persons, machine-like devices where the recipe says so, and
 * people without a category where those are dropped. `isPresent` marks persons with an event.
 */
export function inRelease(
  { consentOfPerson }: Pick<ExtractInMemory, 'consentOfPerson'>,
  { aim, machineLike }: Pick<Recipe, 'aim' | 'machineLike'>,
  breakdown: Breakdown,
  { isMachine, isPresent }: { readonly isMachine: Uint8Array; readonly isPresent: Uint8Array },
): InRelease {
  const left = { withoutConsent: 0, machineLike: 0, withoutCategory: 0 };
  const classOfPerson = breakdown.classOfPerson.map((group, person) => {
    if (isPresent[person] !== 1) return -1;
    if (aim === 'offers' && consentOfPerson[person] !== 1) {
      left.withoutConsent++;
      return -1;
    }
    if (machineLike === 'exclude' && isMachine[person] === 1) {
      left.machineLike++;
      return -1;
    }
    if (group === -1) left.withoutCategory++;
    return group;
  });
  return { classOfPerson, ...left };
}
