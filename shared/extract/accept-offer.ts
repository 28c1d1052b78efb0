import type { Finding, Mapping } from './profile.ts';

/**
 * The mapping with what a finding offers; as it was where it offers nothing that a mapping can do. To be called when the
 * officer takes the offer, not before.
 */
export function acceptOffer(mapping: Mapping, { offer }: Pick<Finding, 'offer'>): Mapping {
  switch (offer) {
    case 'swapAxes':
      return {
        ...mapping,
        roles: mapping.roles.map((role) =>
          role === 'latitude' ? 'longitude' : role === 'longitude' ? 'latitude' : role,
        ),
      };
    case 'zeroIsMissing':
      return { ...mapping, reading: { ...mapping.reading, zeroIsMissing: true } };
    case 'monthFirst':
      return { ...mapping, timeFormat: 'monthFirst' };
    case 'ignoreArea':
      return { ...mapping, roles: mapping.roles.map((role) => (role === 'area' ? 'ignored' : role)) };
    case 'exportAgain':
    case 'none':
      return mapping;
  }
}
