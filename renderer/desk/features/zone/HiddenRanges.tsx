import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupRange } from '../../../../shared/ipc/protection.ts';
import { GroupTable } from './GroupTable.tsx';
import { narrowestFirst, rangeKind } from './range-order.ts';
import type { LabelText } from './use-label-text.ts';

export interface HiddenRangesProps {
  /** Why no range can be told yet, in words; absent when they can be asked for. */
  readonly notYet: string | undefined;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Absent while they are worked out. */
  readonly ranges: readonly GroupRange[] | undefined;
  /** Why they could not be worked out. */
  readonly failure: string | undefined;
}

const mostShown = 60;

/** What a reader could work out about each hidden group of the zone at the shown time; asked for when it is opened. */
export function HiddenRanges(props: HiddenRangesProps & { readonly labels: LabelText }): React.JSX.Element {
  const { t } = useTranslation();
  const id = useId();
  const { notYet, open, onOpen } = props;
  return (
    <section className="zone-ranges">
      <h3>
        <button
          type="button"
          className="zone-ranges-switch"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpen(!open)}
        >
          <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
            <path
              d={open ? 'M2 4l4 4 4-4' : 'M4 2l4 4-4 4'}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
            />
          </svg>
          {t('zone.ranges.title')}
        </button>
      </h3>
      <div id={id} hidden={!open}>
        {open && (notYet === undefined ? <Told {...props} /> : <p className="zone-summary">{notYet}</p>)}
      </div>
    </section>
  );
}

function Told({
  ranges,
  failure,
  labels,
}: Pick<HiddenRangesProps, 'ranges' | 'failure'> & { readonly labels: LabelText }) {
  const { t } = useTranslation();
  if (failure !== undefined)
    return (
      <p className="zone-summary" role="alert">
        {failure}
      </p>
    );
  if (ranges === undefined) return <output className="zone-summary">{t('zone.ranges.working')}</output>;
  if (ranges.length === 0) return <p className="zone-summary">{t('zone.ranges.none')}</p>;
  const shown = narrowestFirst(ranges).slice(0, mostShown);
  const more = ranges.length - shown.length;
  return (
    <>
      <RangeTable ranges={shown} labels={labels} />
      {more > 0 && <p className="zone-summary">{t('zone.ranges.more', { count: more })}</p>}
    </>
  );
}

function RangeTable({
  ranges,
  labels,
}: {
  readonly ranges: readonly GroupRange[];
  readonly labels: LabelText;
}) {
  const { t, i18n } = useTranslation();
  return (
    <GroupTable
      groups={ranges}
      labels={labels}
      heading={t('zone.ranges.column')}
      told={(range) =>
        t(`zone.ranges.${rangeKind(range)}`, {
          low: range.low.toLocaleString(i18n.language),
          high: range.high?.toLocaleString(i18n.language),
        })
      }
      look={(range) => (rangeKind(range) === 'exact' ? 'zone-exact' : undefined)}
    />
  );
}
