import { totalCategory } from '../../../shared/products/bands.ts';
import type { ZoneProfile } from '../../../shared/ipc/view.ts';

/** Most groups a profile lists; beyond it, silence says nothing. */
const mostListed = 200;

const isTotal = (category: string | undefined) => category === undefined || category === totalCategory;

/**
 * Released visitors of a zone without a known home: the total where totals are released, else the sum of what is. `hidden` where no
 * such group is released; `undefined` where the profile does not list all groups.
 */
export function unknownHome(
  { groups }: Pick<ZoneProfile, 'groups'>,
  totals: boolean,
): number | 'hidden' | undefined {
  const unknown = groups.filter(
    (group) => group.zone === -1 && (!totals || (isTotal(group.ageBand) && isTotal(group.gender))),
  );
  const persons = unknown.reduce((sum, group) => sum + (group.persons ?? 0), 0);
  if (persons > 0) return persons;
  return groups.length >= mostListed ? undefined : 'hidden';
}
