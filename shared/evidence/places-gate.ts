import type { Policy } from '../policy/policy.ts';
import type { SensitiveCategory } from '../recipe/sensitive-places.ts';
import { gateResult, type GateResult } from './gate.ts';

/** What the gate looks at. */
interface PlacesSubject {
  readonly policy: Pick<Policy, 'sensitiveCategories' | 'absentCategories'>;
  /** Places of the open files by category. */
  readonly places: Readonly<Partial<Record<SensitiveCategory, number>>>;
}

/**
 * The open files name a place of every category the policy demands to be masked, except those the policy states the area has none of:
 * a category nobody listed would be masked nowhere. Not among the gates where the policy demands none.
 */
export function placesKnown({ policy, places }: PlacesSubject): readonly GateResult[] {
  const { sensitiveCategories: demanded, absentCategories: absent } = policy;
  if (demanded.length === 0) return [];
  const missing = demanded.filter((one) => (places[one] ?? 0) === 0 && !absent.includes(one));
  return [
    gateResult('places-known', 'attested', missing.length === 0, {
      demanded: demanded.join(', '),
      ...(missing.length > 0 && { missing: missing.join(', ') }),
      ...(absent.length > 0 && { absent: absent.join(', ') }),
    }),
  ];
}
