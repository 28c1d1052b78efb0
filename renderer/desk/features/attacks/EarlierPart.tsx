import { useTranslation } from 'react-i18next';
import { earlierFindings, earlierSentence } from '../../language/earlier-text.ts';
import { useFormat } from '../../language/format.ts';
import { sliverText } from '../../language/sliver-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';
import type { AttackSliver } from '../../../../shared/ipc/attack-findings.ts';

/** Most slivers that are listed. */
const mostListed = 50;

interface Props {
  readonly report: AttackReport;
  readonly stale: boolean;
}

/** Which earlier releases were held against the shown one, what they let show, and where on the map that is. */
export function EarlierPart({ report, stale }: Props) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const { recipe, policy } = useDesk(({ draft }) => draft.present);
  const [noisy, demo] = [recipe.guarantee.kind === 'differentialPrivacy', policy.demo];
  const slivers = useDesk((state) => state.attackSlivers);
  const against = earlierSentence(speech, report, { noisy, demo });
  if (against === undefined) return null;
  return (
    <section className="attack-part" aria-labelledby="earlier-title">
      <h3 id="earlier-title">{t('findings.earlier.title')}</h3>
      <div className={stale ? 'attack-figures stale' : 'attack-figures'}>
        <p>{against}</p>
        {earlierFindings(speech, report).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {!stale && slivers.length > 0 && <Slivers slivers={slivers} all={report.figures['slivers'] ?? 0} />}
    </section>
  );
}

interface SliversProps {
  readonly slivers: readonly AttackSliver[];
  /** How many were found, drawn or not. */
  readonly all: number;
}

function Slivers({ slivers, all }: SliversProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shapes = useDesk((state) => state.shapes);
  const showSliver = useDesk((state) => state.showSliver);
  const listed = slivers.slice(0, mostListed);
  return (
    <>
      <h4 id="slivers-title">{t('findings.sliver.title')}</h4>
      <p>
        {t('findings.sliver.teach', { count: all, number: format.number(all) })}
        {listed.length < all && ` ${t('findings.sliver.some', { shown: format.number(listed.length) })}`}
      </p>
      <ul className="slivers" aria-labelledby="slivers-title">
        {listed.map((sliver) => {
          const name = shapes.find(({ zoneId }) => zoneId === sliver.zoneId)?.name ?? sliver.zoneId;
          const text = sliverText({ t, format }, sliver, name);
          const { zoneId, earlierZoneId, releaseId, isEarlierLarger } = sliver;
          return (
            <li key={[zoneId, earlierZoneId, releaseId, isEarlierLarger].join(' ')}>
              <button
                type="button"
                aria-label={t('findings.sliver.show', { sliver: text })}
                onClick={() => showSliver(sliver)}
              >
                {text}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
