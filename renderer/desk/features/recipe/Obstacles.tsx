import { useTranslation } from 'react-i18next';
import { daysFromIso } from '../../../../shared/base/calendar.ts';
import { tenToMinus } from '../../../../shared/base/ten-to-minus.ts';
import { obstacles } from '../../../../shared/evidence/obstacles.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Understanding } from '../../../../shared/extract/understanding.ts';

function sizeOf(understanding: Understanding | undefined) {
  if (understanding === undefined) return undefined;
  const from = daysFromIso(understanding.firstDay);
  const to = daysFromIso(understanding.lastDay);
  if (from === undefined || to === undefined) return undefined;
  return { persons: understanding.persons, days: to - from + 1 };
}

/** Why no recipe can meet the policy, and what it asks to be masked that no open file names. */
export function Obstacles() {
  const { t } = useTranslation();
  const format = useFormat();
  const { policy } = useDesk((state) => state.draft.present);
  const understanding = useDesk((state) => state.understanding);
  const found = obstacles(policy, sizeOf(understanding));
  const places = understanding?.places;
  const missing =
    places === undefined
      ? []
      : policy.sensitiveCategories.filter((one) => !places[one] && !policy.absentCategories.includes(one));
  return (
    <>
      {found.length > 0 && (
        <Notice tone="bad">
          <p>
            <strong>{t('recipe.unmeetable.title')}</strong>
          </p>
          {found.map(({ kind, asked, has }) => (
            <p key={kind}>
              {t(`recipe.unmeetable.${kind}`, {
                asked: format.decimal(asked),
                has: format.decimal(has),
                delta: tenToMinus(policy.minimumDeltaExponent),
              })}
            </p>
          ))}
          <p>{t('recipe.unmeetable.mend')}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="notice">
          {t('recipe.placesMissing', { what: missing.map((one) => t(`recipe.place.${one}`)).join(', ') })}
        </Notice>
      )}
    </>
  );
}
