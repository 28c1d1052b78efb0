import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneValues } from '../../../../shared/ipc/view.ts';

export type ZoneUnit = 'persons' | 'personBins';

/** What a zone says of itself, as words: its figure with the unit, or why it has none. */
export interface ZoneWording {
  readonly values: ZoneValues | undefined;
  readonly unit: ZoneUnit;
  readonly minimumPersons: number;
  readonly zeroShown: boolean;
}

/** A function from zone index to words in the language of the interface. */
export function useZoneText(wording: ZoneWording): (zone: number) => string {
  const { t, i18n } = useTranslation();
  const { values, unit, minimumPersons, zeroShown } = wording;
  return useCallback(
    (zone: number) => {
      const stateIndex = values?.states[zone];
      const state = stateIndex === undefined ? undefined : zoneStates[stateIndex];
      const count = values?.values[zone] ?? 0;
      const minimum = minimumPersons.toLocaleString(i18n.language);
      if (state === undefined) return t('map.unknown');
      if (state === 'published')
        return t(`map.value.${unit}`, { count, shown: count.toLocaleString(i18n.language) });
      if (state === 'outOfScope') return t('map.outside');
      return state === 'empty' && zeroShown ? t('map.zero') : t('map.hidden', { minimum });
    },
    [values, unit, minimumPersons, zeroShown, t, i18n.language],
  );
}
