import { z } from 'zod';
import type { Recipe } from '../recipe/recipe.ts';
import type { Counter } from './counter.ts';
import type { LoadedExtract } from './load-extract.ts';
import { periodIn, span } from './period.ts';

/** Why an identifier would count in a release, or the first reason why it would not. */
export const StatusReason = z.enum([
  'counts',
  'objection',
  'notInExtract',
  'withoutConsent',
  'machineLike',
  'withoutCategory',
  'outsideRelease',
]);
export type StatusReason = z.infer<typeof StatusReason>;

/** What is said of one identifier. Meant for who typed it in; it crosses to the desk never. */
export const StatusAnswer = z.strictObject({
  /** It, another SIM of the same person or the person's own id stands in the objection register. */
  inRegister: z.boolean(),
  /** Its person has a usable event in the extract. */
  inExtract: z.boolean(),
  /** Its person would be counted by the recipe. */
  wouldCount: z.boolean(),
  reason: StatusReason,
});
export type StatusAnswer = z.infer<typeof StatusAnswer>;

/** A review as the vault holds it. */
interface LoadedReview {
  readonly extract: LoadedExtract;
  readonly counter: Pick<Counter, 'people' | 'place' | 'days'>;
}

/**
 * Whether an identifier is in the objection register and in the extract, and whether its person would count by a recipe. It
 * only looks: neither the extract nor what is made of it is any different afterwards, and the identifier is not kept.
 */
export async function statusLookUp(
  { extract, counter }: LoadedReview,
  recipe: Recipe,
  identifier: string,
): Promise<StatusAnswer> {
  const { inRegister, person } = await extract.statusOf(identifier);
  const reason = inRegister ? 'objection' : reasonOf({ extract, counter }, recipe, person);
  return { inRegister, inExtract: person !== -1, wouldCount: reason === 'counts', reason };
}

function reasonOf({ extract, counter }: LoadedReview, recipe: Recipe, person: number): StatusReason {
  if (person === -1) return 'notInExtract';
  const { classOfPerson, breakdown } = counter.people(recipe);
  if (classOfPerson[person] === -1) {
    if (recipe.aim === 'offers' && extract.consentOfPerson[person] !== 1) return 'withoutConsent';
    return breakdown.classOfPerson[person] === -1 ? 'withoutCategory' : 'machineLike';
  }
  return isSeen({ extract, counter }, recipe, person) ? 'counts' : 'outsideRelease';
}

/** Whether a person has an event in the period and the zones of a recipe. */
function isSeen({ extract, counter }: LoadedReview, recipe: Recipe, person: number): boolean {
  const { base } = extract;
  const { zoneOfCell } = counter.place(recipe);
  const days = counter.days(recipe.timeZone);
  const [from, to] = span(days.clock, periodIn(days, recipe));
  return base.person.some((who, i) => {
    const second = base.second[i] ?? 0;
    return who === person && second >= from && second < to && zoneOfCell[base.cell[i] ?? 0] !== -1;
  });
}
