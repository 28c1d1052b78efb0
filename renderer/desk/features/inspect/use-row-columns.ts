import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { genders, unknownCategory } from '../../../../shared/recipe/age-bands.ts';
import { useFormat } from '../../language/format.ts';
import { useGroupWords } from '../../language/use-group-words.ts';
import { homeOf, rowColumnsOf } from './row-columns.ts';
import type { Column } from '../../ui/Table.tsx';
import type { BundleTable } from './bundle-table.ts';
import type { RowColumn } from './row-columns.ts';

const statuses = ['published', 'suppressed', 'zero'] as const;

/** The columns of a released table with their values in words; a row is its index. */
export function useRowColumns(table: BundleTable): readonly Column<number>[] {
  const { t } = useTranslation();
  const cellOf = useCells(table);
  return useMemo(
    () =>
      rowColumnsOf(table).map((id) => ({
        id,
        title: id === 'band' ? t(`inspect.column.band.${table.columns.product}`) : t(`inspect.column.${id}`),
        numeric: id === 'persons' || id === 'estimate' || id === 'trips',
        cell: cellOf[id],
      })),
    [table, cellOf, t],
  );
}

function useCells(table: BundleTable): Readonly<Record<RowColumn, (row: number) => string>> {
  const { t } = useTranslation();
  const format = useFormat();
  const { contents, columns } = table;
  const words = useGroupWords(columns.product, contents.recipe, contents.zones);
  return useMemo(() => {
    const all = t('inspect.all');
    const zone = (row: number) => words.zone(columns.zone[row] ?? 0);
    const ageText = (band: string | undefined): string =>
      band === undefined
        ? all
        : band === unknownCategory
          ? t('inspect.gender.unknown')
          : band.replace('-', '–');
    const genderText = (name: string | undefined): string => {
      if (name === undefined) return all;
      return genders.some((known) => known === name) ? t(`inspect.gender.${name}`) : name;
    };
    return {
      zone,
      origin: zone,
      visited: zone,
      destination: (row) => words.zone(columns.other[row] ?? 0),
      home(row) {
        const home = homeOf(columns.other[row]);
        return home === 'all' ? all : words.zone(home === 'unknown' ? -1 : home);
      },
      start: (row) => format.instant(columns.start[row] ?? 0, contents.recipe.timeZone),
      band: (row) => words.band(columns.band[row] ?? 0),
      age: (row) => ageText(contents.ages[columns.age[row] ?? 0]),
      gender: (row) => genderText(contents.genders[columns.gender[row] ?? 0]),
      persons: (row) => (columns.status[row] === 1 ? '–' : format.number(columns.persons[row] ?? 0)),
      estimate: (row) =>
        (columns.estimate[row] ?? -1) < 0 ? '–' : format.number(columns.estimate[row] ?? 0),
      trips: (row) => ((columns.trips[row] ?? -1) < 0 ? '–' : format.number(columns.trips[row] ?? 0)),
      status: (row) => t(`inspect.status.${statuses[columns.status[row] ?? 1] ?? 'suppressed'}`),
    };
  }, [contents, columns, words, format, t]);
}
