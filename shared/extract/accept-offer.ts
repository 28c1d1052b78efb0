import type { ColumnRole, Finding, Mapping, Reading, TimeFormat } from './profile.ts';

/** Offers that are another way to read values. */
const readings: Readonly<Partial<Record<Finding['offer'], Reading>>> = {
  zeroIsMissing: { zeroIsMissing: true },
  degreesE7: { degreesE7: true },
  hoursAndMinutes: { clockFigures: 'hoursAndMinutes' },
};

/**
 * The mapping with what a finding offers; the very same mapping where it offers nothing that a mapping can do, or nothing is
 * left to do. To be called when the officer takes the offer, not before.
 */
export function acceptOffer(
  mapping: Mapping,
  { offer, columns: [first = -1, second = -1] }: Finding,
): Mapping {
  const reading = readings[offer];
  if (reading) return withReading(mapping, reading);
  if (offer === 'swapAxes')
    return furtherSwapped(mapping, withRoles(mapping, { [first]: 'longitude', [second]: 'latitude' }));
  if (offer === 'monthFirst')
    return withTimeFormat(mapping, mapping.timeFormat === 'dayFirstMarks' ? 'monthFirstMarks' : offer);
  if (offer === 'shortYearFirst' || offer === 'shortDayFirst') return withTimeFormat(mapping, offer);
  return offer === 'ignoreArea' ? withRoles(mapping, { [first]: 'ignored' }) : mapping;
}

function withTimeFormat(mapping: Mapping, timeFormat: TimeFormat): Mapping {
  return mapping.timeFormat === timeFormat ? mapping : { ...mapping, timeFormat };
}

function withReading(mapping: Mapping, change: Reading): Mapping {
  const { reading: before } = mapping;
  const isNew = (Object.keys(change) as (keyof Reading)[]).some((key) => before?.[key] !== change[key]);
  return isNew ? { ...mapping, reading: { ...before, ...change } } : mapping;
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
