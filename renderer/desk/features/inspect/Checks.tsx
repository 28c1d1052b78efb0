import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import type { BundleCheck } from '../../../../shared/ipc/inspected-bundle.ts';

/** One line a check; failed ones come first and carry their code. */
export function Checks({ checks }: { readonly checks: readonly BundleCheck[] }) {
  const { t } = useTranslation();
  const failed = checks.filter((check) => !check.ok);
  const held = checks.filter((check) => check.ok);
  return (
    <Section
      card
      title={t('inspect.checks')}
      aside={t('inspect.checksHeld', { held: held.length, count: checks.length })}
    >
      <ul>
        {[...failed, ...held].map((check) => (
          <Verdict
            key={check.id}
            outcome={check.ok ? 'pass' : 'fail'}
            word={t(`gates.word.${check.ok ? 'pass' : 'fail'}`)}
            title={t(`checks.${check.id}`, { defaultValue: check.id })}
          >
            {check.code !== undefined && (
              <>
                <code>{check.code}</code>{' '}
              </>
            )}
            {check.code === undefined
              ? check.detail
              : t(`errors.${check.code}`, { defaultValue: check.detail, detail: check.detail })}
          </Verdict>
        ))}
      </ul>
    </Section>
  );
}
