import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Section } from '../../ui/Section.tsx';
import { CategoryFields } from './CategoryFields.tsx';
import { More } from './More.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { relevantOf } from './relevant.ts';
import { SensitiveFields } from './SensitiveFields.tsx';
import { SpecialField } from './SpecialField.tsx';
import { Tally } from './Tally.tsx';
import type { Conditional } from './relevant.ts';

/** Parameters of single tables, in the order in which they are shown. */
const special = [
  'timeBin',
  'presence',
  'maximumGapMinutes',
  'dwellBreaks',
  'frequencyBreaks',
  'maximumTripMinutes',
  'minimumNights',
] as const satisfies readonly Conditional[];

/** Stage 2: cells to zones, times to bins, people to bands. */
export function StageGeneralise() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const relevant = relevantOf(recipe);
  const idle = special.filter((name) => !relevant.has(name));
  return (
    <Section title={t('recipe.stage2.title')} aside={<Left />}>
      <div className="stage-rows">
        <PlaceFields />
        <SensitiveFields />
        {special
          .filter((name) => relevant.has(name))
          .map((name) => (
            <SpecialField key={name} name={name} />
          ))}
        <CategoryFields />
        {idle.length > 0 && (
          <More title={t('recipe.more')}>
            {idle.map((name) => (
              <SpecialField key={name} name={name} />
            ))}
          </More>
        )}
      </div>
      <Tally stage={2} />
    </Section>
  );
}

function Left() {
  const { t } = useTranslation();
  const format = useFormat();
  const summary = useDesk((state) => state.view?.summary);
  if (summary === undefined) return null;
  return t('recipe.stage2.left', {
    events: format.compact(summary.eventsCounted),
    presences: format.compact(summary.presences),
  });
}
