import type { ColumnRole, Finding, Mapping } from './profile.ts';

/**
 * The mapping with what a finding offers; the very same mapping where it offers nothing that a mapping can do, or nothing is
 * left to do. To be called when the officer takes the offer, not before.
 */
export function acceptOffer(
  mapping: Mapping,
  { offer, columns: [first = -1, second = -1] }: Finding,
): Mapping {
  switch (offer) {
    case 'swapAxes':
      return withRoles(mapping, { [first]: 'longitude', [second]: 'latitude' });
    case 'zeroIsMissing':
      return withoutZero(mapping);
    case 'monthFirst':
      return mapping.timeFormat === 'monthFirst' ? mapping : { ...mapping, timeFormat: 'monthFirst' };
    case 'ignoreArea':
      return withRoles(mapping, { [first]: 'ignored' });
    case 'exportAgain':
    case 'none':
      return mapping;
  }
}

function withoutZero(mapping: Mapping): Mapping {
  if (mapping.reading?.zeroIsMissing === true) return mapping;
  return { ...mapping, reading: { ...mapping.reading, zeroIsMissing: true } };
}

function withRoles(mapping: Mapping, roles: Readonly<Record<number, ColumnRole>>): Mapping {
  if (mapping.roles.every((role, column) => role === (roles[column] ?? role))) return mapping;
  return { ...mapping, roles: mapping.roles.map((role, column) => roles[column] ?? role) };
}
