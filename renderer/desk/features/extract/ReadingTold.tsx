import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';

const steps = ['memory', 'people', 'count', 'then'] as const;

/** What will happen to the files, before anybody asked for it. */
export function ReadingTold() {
  const { t } = useTranslation();
  return (
    <Section card title={t('extract.next.title')}>
      <ol className="reading-told">
        {steps.map((step) => (
          <li key={step}>{t(`extract.next.${step}`)}</li>
        ))}
      </ol>
    </Section>
  );
}
