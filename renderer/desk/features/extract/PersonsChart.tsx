import { useTranslation } from 'react-i18next';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../language/format.ts';
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
  return (
    <figure className="finding-chart">
      <figcaption>
        <h3>{t('extract.standsOut.persons')}</h3>
        <p className="quiet small">
          {t(bars.length === 0 ? 'extract.standsOut.fewPersons' : 'extract.standsOut.personsTold', {
            minimum: format.number(minimumPersons),
          })}
        </p>
      </figcaption>
      {bars.length > 0 && (
        <>
          <p className="unseen">
            {bars
              .map(({ events, persons }) =>
                t('extract.standsOut.personsBar', { events, persons: format.number(persons) }),
              )
              .join(', ')}
          </p>
          <div aria-hidden="true">
            <ResponsiveContainer width="100%" height={172}>
              <BarChart
                accessibilityLayer={false}
                data={bars}
                margin={{ top: 18, right: 8, bottom: 0, left: 8 }}
                barCategoryGap={2}
              >
                <XAxis
                  dataKey="events"
                  interval={0}
                  tickLine={false}
                  stroke="var(--text-quiet)"
                  fontSize="0.923rem"
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
            </ResponsiveContainer>
          </div>
        </>
      )}
    </figure>
  );
}
