import { useTranslation } from 'react-i18next';
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../language/format.ts';
import { FindingFigure } from './FindingFigure.tsx';
import type { ExtractFindings, PersonsBin } from '../../../../shared/ipc/extract-findings.ts';

/** How often people appear: persons by their number of events, no bar of fewer than the minimum. */
export function PersonsChart({ found }: { readonly found: ExtractFindings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { eventsPerPerson, minimumPersons } = found;
  const range = ({ from, to }: PersonsBin): string => {
    if (to === undefined) return t('extract.standsOut.fromOn', { from: format.number(from) });
    return from === to ? format.number(from) : `${format.number(from)}–${format.number(to)}`;
  };
  const bars = eventsPerPerson.map((bin) => ({ events: range(bin), persons: bin.persons }));
  const inWords = bars.map(({ events, persons }) =>
    t('extract.standsOut.personsBar', { events, persons: format.number(persons) }),
  );
  const told = bars.length === 0 ? 'extract.standsOut.fewPersons' : 'extract.standsOut.personsTold';
  return (
    <FindingFigure
      title={t('extract.standsOut.persons')}
      told={t(told, { minimum: format.number(minimumPersons) })}
      inWords={bars.length === 0 ? undefined : inWords.join(', ')}
      height={190}
    >
      <BarChart
        accessibilityLayer={false}
        data={bars}
        margin={{ top: 18, right: 8, bottom: 18, left: 8 }}
        barCategoryGap={2}
      >
        <XAxis
          dataKey="events"
          interval={0}
          tickLine={false}
          stroke="var(--text-quiet)"
          fontSize="0.923rem"
          tick={{ fontSize: bars.length > 6 ? '0.846rem' : '0.923rem' }}
          label={{
            value: t('extract.standsOut.eventsEach'),
            position: 'bottom',
            offset: 0,
            fill: 'var(--text-quiet)',
            fontSize: '0.923rem',
          }}
        />
        <YAxis hide />
        <Bar dataKey="persons" fill="var(--mark)" maxBarSize={72} isAnimationActive={false}>
          <LabelList
            dataKey="persons"
            position="top"
            fill="var(--text)"
            fontSize="0.923rem"
            formatter={(persons) => format.compact(Number(persons))}
          />
        </Bar>
      </BarChart>
    </FindingFigure>
  );
}
