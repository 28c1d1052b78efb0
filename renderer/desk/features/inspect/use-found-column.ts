import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zonesFound } from '../../state/zones-found.ts';
import type { AttackMark } from '../../../../shared/ipc/attack-findings.ts';
import type { Column } from '../../ui/Table.tsx';
import type { BundleTable } from './bundle-table.ts';

/** A column that names the attacks that found something in the zone of a row with that figure; none while nothing was found. */
export function useFoundColumn(
  { contents: { zones }, columns }: BundleTable,
  marks: readonly AttackMark[] | undefined,
): readonly Column<number>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    if (marks === undefined || marks.length === 0) return [];
    const byFigure = new Map<number, AttackMark[]>();
    for (const mark of marks) byFigure.set(mark.persons, [...(byFigure.get(mark.persons) ?? []), mark]);
    const cell = (row: number): string => {
      const here = byFigure.get(columns.persons[row] ?? -1);
      const attacks = here && zonesFound(here, zones).get(columns.zone[row] ?? -1);
      return attacks?.map((attack) => t(`attacks.${attack}.name`)).join(', ') ?? '';
    };
    return [{ id: 'found', title: t('bundle.attacks.found'), cell }];
  }, [marks, zones, columns, t]);
}
