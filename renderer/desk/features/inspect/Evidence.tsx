import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Fact } from '../../ui/Facts.tsx';

/** Leaves of a JSON value with the way to each, in the order of the file. */
export function evidenceFacts(value: unknown, way = ''): readonly Fact[] {
  if (typeof value !== 'object' || value === null)
    return [{ name: way, value: value === '' ? '–' : String(value) }];
  return Object.entries(value).flatMap(([name, inner]) =>
    evidenceFacts(inner, way === '' ? name : `${way}.${name}`),
  );
}

/** The evidence as it stands in the bundle, entry by entry. */
export function Evidence({ evidence }: { readonly evidence: unknown }) {
  const { t } = useTranslation();
  return (
    <div className="inspect-body">
      <Section card title={t('inspect.part.evidence')}>
        <p className="quiet">{t('inspect.evidenceTold')}</p>
        <div lang="en">
          <Facts facts={evidenceFacts(evidence)} />
        </div>
      </Section>
    </div>
  );
}
