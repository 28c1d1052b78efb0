import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { ComparedFigures } from './ComparedFigures.tsx';
import { ComparedFindings } from './ComparedFindings.tsx';
import { ComparedValues } from './ComparedValues.tsx';
import type { BundleComparison } from '../../../../shared/ipc/bundle-comparison.ts';

export interface ComparisonProps {
  readonly comparison: BundleComparison;
  /** Name of a zone of either bundle. */
  readonly zoneName: (zoneId: string) => string;
}

/** What readers of both bundles can subtract, and what differs between them. */
export function Comparison({ comparison, zoneName }: ComparisonProps) {
  const { t } = useTranslation();
  const { recipe, policy, software, subtraction } = comparison;
  return (
    <>
      <Subtraction comparison={comparison} />
      <div className="inspect-body">
        <div className="inspect-stack">
          <ComparedFigures tables={comparison.tables} />
          <ComparedFindings findings={subtraction.findings} zoneName={zoneName} />
        </div>
        <div className="inspect-stack">
          <Section card title={t('bundle.compare.both')}>
            <About comparison={comparison} />
          </Section>
          <ComparedValues title={t('bundle.compare.recipe')} changes={recipe} />
          <ComparedValues title={t('bundle.compare.policy')} changes={policy} />
          <ComparedValues title={t('bundle.compare.software')} changes={software} />
        </div>
      </div>
    </>
  );
}

interface OfComparison {
  readonly comparison: BundleComparison;
}

const tones = { nothing: 'calm', something: 'bad', open: 'notice' } as const;

function Subtraction({ comparison: { subtraction } }: OfComparison) {
  const { t } = useTranslation();
  const format = useFormat();
  const { verdict, periodsOverlap, pairs, sums, sumsNotTried, byKind, epsilonTogether } = subtraction;
  const told = [
    ...Object.entries(byKind).map(([kind, count]) =>
      t(`bundle.compare.kind.${kind}`, { count, shown: format.number(count) }),
    ),
    ...(periodsOverlap ? [] : [t('bundle.compare.apart')]),
    t('bundle.compare.tried', { pairs: format.number(pairs), sums: format.number(sums) }),
    ...(sumsNotTried > 0 ? [t('bundle.compare.notTried', { shown: format.number(sumsNotTried) })] : []),
    ...(epsilonTogether === undefined
      ? []
      : [t('bundle.compare.epsilon', { epsilon: format.decimal(Number(epsilonTogether)) })]),
  ];
  return (
    <Notice tone={tones[verdict]}>
      <strong>{t(`bundle.compare.verdict.${verdict}`)}</strong> {told.join(' ')}
    </Notice>
  );
}

const zoneChanges = ['added', 'removed', 'reshaped', 'renamed'] as const;

function About({ comparison }: OfComparison) {
  const { t } = useTranslation();
  const format = useFormat();
  const { earlier, later, period, zones, isSameSeries } = comparison;
  const changed = zoneChanges
    .filter((one) => zones[one] > 0)
    .map((one) => t(`bundle.compare.zones.${one}`, { count: zones[one] }));
  const spans = {
    earlier: format.period(period.earlier.from, period.earlier.to),
    later: format.period(period.later.from, period.later.to),
  };
  return (
    <Facts
      facts={[
        {
          name: t('bundle.compare.series'),
          value: t(`bundle.compare.${isSameSeries ? 'sameSeries' : 'otherSeries'}`),
        },
        { name: t('bundle.compare.earlier'), value: `${earlier.title} · ${earlier.releaseId}` },
        { name: t('bundle.compare.this'), value: `${later.title} · ${later.releaseId}` },
        { name: t('bundle.compare.period'), value: t(`bundle.compare.relation.${period.relation}`, spans) },
        {
          name: t('bundle.compare.zoneMap'),
          value: changed.join(' ') || t('bundle.compare.zones.same', { count: zones.later }),
        },
      ]}
    />
  );
}
