import { proposedMapping, withRole } from './mapping-edits.ts';
import type { FileProfile, Mapping } from '../../../shared/extract/profile.ts';

/** Whether two looks were at one file, by name, size and number of columns. */
export function isSameFile(a: FileProfile | undefined, b: FileProfile): boolean {
  return a?.name === b.name && a.sizeBytes === b.sizeBytes && a.columns.length === b.columns.length;
}

/** The proposal of a new look, with what the officer had set by hand while the file has as many columns as before. */
export function keptMapping(
  profile: FileProfile,
  before: FileProfile | undefined,
  edited: Mapping | undefined,
): Mapping {
  const proposed = proposedMapping(profile);
  if (before === undefined || edited === undefined || !isSameFile(before, profile)) return proposed;
  const byHand = before.columns.filter((column) => edited.roles[column.index] !== column.role);
  const withRoles = byHand.reduce(
    (mapping, { index }) => withRole(mapping, index, edited.roles[index] ?? 'ignored'),
    proposed,
  );
  const { timeFormat, hasOffset } = edited;
  if (timeFormat === before.timeFormat && hasOffset === before.hasOffset) return withRoles;
  return { ...withRoles, hasOffset, ...(timeFormat === undefined ? {} : { timeFormat }) };
}
