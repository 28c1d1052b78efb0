import { useTranslation } from 'react-i18next';
import { useParticularText } from '../../language/use-particular-text.ts';
import { Section } from '../../ui/Section.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import type { BundleCheck } from '../../../../shared/ipc/inspected-bundle.ts';

type HeldCheck = Extract<BundleCheck, { readonly ok: true }>;
type FailedCheck = Extract<BundleCheck, { readonly ok: false }>;

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
            {check.ok ? <Held check={check} /> : <Failure check={check} />}
          </Verdict>
        ))}
      </ul>
    </Section>
  );
}

function Held({ check }: { readonly check: HeldCheck }) {
  const { t } = useTranslation();
  const told = useParticularText();
  return [t(`checks.held.${check.id}`), ...(check.notes ?? []).map(told)].join(' ');
}

function Failure({ check }: { readonly check: FailedCheck }) {
  const { t } = useTranslation();
  const told = useParticularText();
  return (
    <>
      <code>{check.code}</code> {t(`checks.code.${check.code}`, { defaultValue: '' })}{' '}
      {check.particulars.map(told).join(' ')}
    </>
  );
}
