import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneValues } from '../../../../shared/ipc/view.ts';
import type { Picture } from './picture.ts';

export type ZoneUnit = 'persons' | 'personBins';
/** Why a figure is hidden: too few persons, or also to protect another, or because its noisy count is too small. */
export type HiddenWhy = 'few' | 'protected' | 'noisy';

/** What a zone says of itself, as words: its figure with the unit, or why it has none. */
export interface ZoneWording {
  readonly values: ZoneValues | undefined;
  readonly picture: Picture;
  readonly unit: ZoneUnit;
  readonly minimumPersons: number;
  readonly hiddenWhy: HiddenWhy;
  readonly zeroShown: boolean;
}

/** A function from zone index to words in the language of the interface. */
export function useZoneText(wording: ZoneWording): (zone: number) => string {
  const { t, i18n } = useTranslation();
  const { values, picture, unit, minimumPersons, hiddenWhy, zeroShown } = wording;
  return useCallback(
    (zone: number) => {
      const stateIndex = values?.states[zone];
      const state = stateIndex === undefined ? undefined : zoneStates[stateIndex];
      const count = values?.values[zone] ?? 0;
      const minimum = minimumPersons.toLocaleString(i18n.language);
      if (state === undefined) return t('map.unknown');
      if (state === 'published') {
        const figure = t(`map.value.${unit}`, { count, shown: count.toLocaleString(i18n.language) });
        return t(`map.figure.${picture.kind}`, { ...picture, figure });
      }
      if (state === 'outOfScope') return t('map.outside');
      return state === 'empty' && zeroShown ? t('map.zero') : t(`map.hidden.${hiddenWhy}`, { minimum });
    },
    [values, picture, unit, minimumPersons, hiddenWhy, zeroShown, t, i18n.language],
  );
}
