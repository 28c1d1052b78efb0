import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { CellsFound } from './CellsFound.tsx';
import { DropChart } from './DropChart.tsx';
import { EventsChart } from './EventsChart.tsx';
import { PersonsChart } from './PersonsChart.tsx';
import type { ExtractFindings } from '../../../../shared/ipc/extract-findings.ts';
import type { Understanding } from '../../../../shared/extract/understanding.ts';
import type { ReactNode } from 'react';
import './stands-out.css';

export interface StandsOutProps {
  readonly understanding: Understanding;
  /** The cells on a map. */
  readonly map: ReactNode;
}

/** What is remarkable about an extract that was read: rows left out, gaps, how often people appear, and cells. */
export function StandsOut({ understanding, map }: StandsOutProps) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const found = useDesk((state) => state.extractFindings);
  const failure = useDesk((state) => state.extractFindingsFailure);
  const minimum = useDesk((state) => state.draft.present.recipe.minimumPersons);
  const find = useDesk((state) => state.findRemarkable);
  useEffect(() => {
    if (understanding.rowsKept > 0 && minimum > 0) void find();
  }, [find, understanding, minimum]);
  return (
    <Section card title={t('extract.standsOut.title')} aside={t('extract.standsOut.aside')}>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      <div className="stands-out">
        <DropChart understanding={understanding} />
        {found !== undefined && <PersonsChart found={found} />}
      </div>
      <div className="finding-chart">
        <h3>{t('extract.standsOut.hours')}</h3>
        {found !== undefined && <Gaps found={found} timeZone={understanding.timeZone} />}
        <EventsChart understanding={understanding} gaps={found?.gaps ?? []} />
      </div>
      {found === undefined && failure === undefined && (
        <p className="quiet" aria-live="polite">
          {t('extract.standsOut.looking')}
        </p>
      )}
      {found !== undefined && <CellsFound found={found} map={map} />}
    </Section>
  );
}

function Gaps({ found, timeZone }: { readonly found: ExtractFindings; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { gaps, gapsFound, gapHours } = found;
  const [longest] = gaps;
  if (longest === undefined) return <p className="quiet small">{t('extract.standsOut.noGaps')}</p>;
  return (
    <p className="small">
      {t('extract.standsOut.gaps', {
        count: gapsFound,
        hours: format.number(gapHours),
        longest: format.number(longest.hours),
        from: format.hour(longest.firstSecond, timeZone),
      })}
    </p>
  );
}
