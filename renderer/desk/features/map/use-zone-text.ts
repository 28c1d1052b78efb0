import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneState, type ZoneValues } from '../../../../shared/ipc/view.ts';
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
  const { language } = i18n;
  const withoutFigure = useCallback(
    (state: ZoneState | undefined) => {
      if (state === undefined) return t('map.unknown');
      if (state === 'outOfScope') return t('map.outside');
      if (state === 'empty' && zeroShown) return t('map.zero');
      return t(`map.hidden.${hiddenWhy}`, { minimum: minimumPersons.toLocaleString(language) });
    },
    [hiddenWhy, minimumPersons, zeroShown, t, language],
  );
  return useCallback(
    (zone: number) => {
      const state = zoneStates[values?.states[zone] ?? zoneStates.length];
      if (picture.kind === 'arriving' && picture.zone === zone) return t('map.arcs.origin');
      if (state !== 'published') return withoutFigure(state);
      const count = values?.values[zone] ?? 0;
      const figure = t(`map.value.${unit}`, { count, shown: count.toLocaleString(language) });
      return t(`map.figure.${picture.kind}`, { ...picture, figure });
    },
    [values, picture, unit, withoutFigure, t, language],
  );
}
