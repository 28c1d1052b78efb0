import type { StatusAnswer, StatusReason } from '../ipc/status.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Counter } from './counter.ts';
import type { LoadedExtract } from './loading/finish-extract.ts';
import { periodIn, span } from './period.ts';

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
