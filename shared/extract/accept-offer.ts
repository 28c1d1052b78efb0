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
      return furtherSwapped(mapping, withRoles(mapping, { [first]: 'longitude', [second]: 'latitude' }));
    case 'zeroIsMissing':
    case 'degreesE7':
      return withReading(mapping, offer);
    case 'monthFirst':
      return withTimeFormat(mapping, offer);
    case 'ignoreArea':
      return withRoles(mapping, { [first]: 'ignored' });
    case 'exportAgain':
    case 'none':
      return mapping;
  }
}

function withTimeFormat(mapping: Mapping, timeFormat: 'monthFirst'): Mapping {
  return mapping.timeFormat === timeFormat ? mapping : { ...mapping, timeFormat };
}

function withReading(mapping: Mapping, way: 'zeroIsMissing' | 'degreesE7'): Mapping {
  if (mapping.reading?.[way] === true) return mapping;
  return { ...mapping, reading: { ...mapping.reading, [way]: true } };
}

/** Where a swap is made, positions of further sectors are swapped like the first. */
function furtherSwapped(before: Mapping, swapped: Mapping): Mapping {
  if (swapped === before) return before;
  const other = { furtherLatitude: 'furtherLongitude', furtherLongitude: 'furtherLatitude' } as const;
  const roles = swapped.roles.map((role) =>
    role === 'furtherLatitude' || role === 'furtherLongitude' ? other[role] : role,
  );
  return { ...swapped, roles };
}

function withRoles(mapping: Mapping, roles: Readonly<Record<number, ColumnRole>>): Mapping {
  if (mapping.roles.every((role, column) => role === (roles[column] ?? role))) return mapping;
  return { ...mapping, roles: mapping.roles.map((role, column) => roles[column] ?? role) };
}
