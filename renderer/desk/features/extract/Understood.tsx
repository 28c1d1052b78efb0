import { useTranslation } from 'react-i18next';
import { SensitiveCategory } from '../../../../shared/recipe/sensitive-places.ts';
import { isReadOtherwise } from '../../state/read-otherwise.ts';
import { extractName } from '../../state/extract-name.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { DropChart } from './DropChart.tsx';
import { LeftOpen } from './LeftOpen.tsx';
import { Rejects } from './Rejects.tsx';
import type { TFunction } from 'i18next';
import type { Understanding } from '../../../../shared/extract/understanding.ts';

/** What the vault made of the extract: counts, period, register, a chart, and the lines it could not use. */
export function Understood({ understanding }: { readonly understanding: Understanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useDesk(extractName);
  const readOtherwise = useDesk(isReadOtherwise);
  const { rowsKept, objections } = understanding;
  return (
    <Section card title={t('extract.understood.title')} aside={name ?? t('frame.demoExtract')}>
      {readOtherwise && <Notice tone="notice">{t('extract.understood.readOtherwise')}</Notice>}
      {!readOtherwise && <LeftOpen />}
      {rowsKept === 0 && <NothingKept understanding={understanding} />}
      <Figures understanding={understanding} />
      <div className="understood-halves">
        <Facts
          facts={[
            {
              name: t('extract.understood.period'),
              value: format.period(understanding.firstDay, understanding.lastDay),
            },
            { name: t('extract.understood.timeZone'), value: understanding.timeZone },
            {
              name: t('extract.understood.cells'),
              value: cellsText(understanding, t, format.number),
            },
            {
              name: t('extract.understood.zones'),
              value:
                understanding.polygons > 0
                  ? t('extract.understood.polygons', {
                      count: understanding.polygons,
                      shown: format.number(understanding.polygons),
                    })
                  : t('extract.understood.grid'),
            },
            { name: t('extract.understood.places'), value: placesText(understanding, t, format.number) },
            ...inhabitants(understanding, t, format.number),
            ...minimised(understanding, t, format.number),
            {
              name: t('extract.understood.objections'),
              value:
                objections.kind === 'none'
                  ? objections.reason === ''
                    ? t('extract.understood.noReason')
                    : t('extract.understood.noRegister', { reason: objections.reason })
                  : t('extract.understood.register', {
                      matched: format.number(objections.matched),
                      registered: format.number(objections.registered),
                      asOf:
                        objections.asOf === undefined
                          ? t('extract.understood.noAsOf')
                          : format.stamp(objections.asOf, understanding.timeZone),
                    }),
            },
          ]}
        />
      </div>
      <Rejects understanding={understanding} />
    </Section>
  );
}

/** Said before all else where no row is of use, with the reasons. */
function NothingKept({ understanding }: { readonly understanding: Understanding }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="bad">{t('extract.understood.nothing')}</Notice>
      <DropChart understanding={understanding} />
    </>
  );
}

/** How many cells of the reference were used; where there is none, how many positions the events state. */
function cellsText(
  { cellsUsed, cellsKnown }: Understanding,
  t: TFunction,
  number: (value: number) => string,
): string {
  if (cellsKnown === 0)
    return t('extract.understood.positions', { count: cellsUsed, shown: number(cellsUsed) });
  return t('extract.understood.cellsUsed', { used: number(cellsUsed), known: number(cellsKnown) });
}

function placesText({ places }: Understanding, t: TFunction, number: (value: number) => string): string {
  const counts = SensitiveCategory.options.flatMap((category) => {
    const count = places[category] ?? 0;
    return count === 0 ? [] : [`${t(`recipe.place.${category}`)} ${number(count)}`];
  });
  return counts.length === 0 ? t('extract.understood.noPlaces') : counts.join(', ');
}

/** What the population file says; nothing where none was opened. */
function inhabitants(
  { population }: Understanding,
  t: TFunction,
  number: (value: number) => string,
): readonly { readonly name: string; readonly value: string }[] {
  if (population === undefined) return [];
  const value = t('extract.understood.inhabitants', {
    count: population.rows,
    rows: number(population.rows),
    persons: number(population.persons),
  });
  return [{ name: t('extract.kind.population'), value }];
}

/** What files said of people beyond age and gender; nothing where they said nothing. */
function minimised(
  { personsWithConsent, severalPseudonyms }: Understanding,
  t: TFunction,
  number: (value: number) => string,
): readonly { readonly name: string; readonly value: string }[] {
  const facts = [
    { name: t('extract.understood.withConsent'), count: personsWithConsent },
    { name: t('extract.understood.severalSims'), count: severalPseudonyms },
  ];
  return facts.flatMap(({ name, count }) => (count === 0 ? [] : [{ name, value: number(count) }]));
}

function Figures({ understanding }: { readonly understanding: Understanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rowsRead, rowsKept, persons } = understanding;
  const figures = [
    { value: rowsKept, text: t('extract.understood.kept', { rows: format.number(rowsRead) }) },
    { value: persons, text: t('extract.understood.persons') },
    { value: understanding.personsWithAge, text: t('extract.understood.withAge') },
    { value: understanding.personsWithGender, text: t('extract.understood.withGender') },
  ];
  return (
    <div className="figures figures-4">
      {figures.map((figure) => (
        <Figure
          key={figure.text}
          value={format.compact(figure.value)}
          exact={format.number(figure.value)}
          text={figure.text}
        />
      ))}
    </div>
  );
}
