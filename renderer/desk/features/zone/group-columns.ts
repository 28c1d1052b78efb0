import type { ZoneProfile } from '../../../../shared/ipc/view.ts';

/** What a group of a zone is told by, whether it bears a figure or a range. */
export type GroupLabels = Pick<ZoneProfile['groups'][number], 'band' | 'zone' | 'ageBand' | 'gender'>;

/** Columns by which groups differ. */
export const groupColumns = ['band', 'zone', 'ageBand', 'gender'] as const;
export type GroupColumn = (typeof groupColumns)[number];

/** The columns at least one of the groups says something in, in the order of the table. */
export function columnsOf(groups: readonly GroupLabels[]): readonly GroupColumn[] {
  return groupColumns.filter((column) => groups.some((group) => group[column] !== undefined));
}

/** A key no two groups of one zone and time share. */
export function groupKey({ band, zone, ageBand, gender }: GroupLabels): string {
  return [band, zone, ageBand, gender].map((part) => part ?? '').join('/');
}

/** Groups that differ by another zone, the largest first; all others in the order of the table. */
export function inOrder<Group extends GroupLabels & { readonly persons?: number | undefined }>(
  groups: readonly Group[],
): readonly Group[] {
  if (!groups.some((group) => group.zone !== undefined)) return groups;
  return groups.toSorted((a, b) => (b.persons ?? 0) - (a.persons ?? 0));
}
