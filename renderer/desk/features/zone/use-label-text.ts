import { useTranslation } from 'react-i18next';
import { totalCategory } from '../../../../shared/products/bands.ts';
import type { Product } from '../../../../shared/products/product.ts';
import { genders, unknownCategory } from '../../../../shared/recipe/age-bands.ts';
import type { GroupWords } from '../../language/use-group-words.ts';
import type { GroupColumn, GroupLabels } from './group-columns.ts';

export interface LabelText {
  readonly heading: (column: GroupColumn) => string;
  readonly text: (column: GroupColumn, group: GroupLabels) => string;
}

/** Headings and values of the columns that tell groups apart, in words. */
export function useLabelText(product: Product, words: GroupWords | undefined): LabelText {
  const { t } = useTranslation();
  const all = t('zone.all');
  const category = (value: string | undefined, say: (known: string) => string): string =>
    value === undefined || value === totalCategory ? all : say(value);
  const age = (band: string): string =>
    band === unknownCategory ? t('zone.unknownAge') : band.replace('-', '–');
  const gender = (name: string): string =>
    genders.some((known) => known === name) ? t(`zone.genders.${name}`) : name;
  const other = product === 'flows' ? t('zone.destination') : t('zone.home');
  const band = product === 'frequency' ? t('zone.days') : t('zone.duration');
  return {
    heading: (column) => ({ band, zone: other, ageBand: t('zone.age'), gender: t('zone.gender') })[column],
    text(column, group) {
      if (column === 'ageBand') return category(group.ageBand, age);
      if (column === 'gender') return category(group.gender, gender);
      const value = group[column];
      return value === undefined ? all : (words?.[column](value) ?? '');
    },
  };
}
