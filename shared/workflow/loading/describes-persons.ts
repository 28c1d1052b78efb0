import type { Mapping } from '../../extract/profile.ts';
import { attributeRoles, columnOf } from '../../plan/read-rows.ts';

/** Whether a file says something about persons beside their events. */
export function describesPersons(mapping: Mapping): boolean {
  return attributeRoles.some((role) => columnOf(mapping, role) !== -1);
}
