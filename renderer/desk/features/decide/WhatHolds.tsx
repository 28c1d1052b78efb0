import { useTranslation } from 'react-i18next';
import { useParticularText } from '../../language/use-particular-text.ts';
import { Section } from '../../ui/Section.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import type { GateResult } from '../../../../shared/evidence/gate.ts';
import type { DecisionSubject } from '../../../../shared/ipc/decision.ts';
import type { BundleCheck } from '../../../../shared/ipc/inspected-bundle.ts';

type FailedCheck = Extract<BundleCheck, { readonly ok: false }>;

/** The checks of the file, the gates recomputed from it, and those that rest on its preparer's word. What does not hold is told in full. */
export function WhatHolds({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const { failed, checksHeld, gates } = subject;
  const attested = subject.attested.filter(({ kind, outcome }) => kind === 'attested' || outcome !== 'pass');
  return (
    <Section card title={t('decide.holds.title')}>
      <ul>
        <Verdict
          outcome={failed.length === 0 ? 'pass' : 'fail'}
          word={t(`gates.word.${failed.length === 0 ? 'pass' : 'fail'}`)}
          title={t('decide.holds.checks')}
        >
          {t('decide.holds.checksTold', { held: checksHeld, count: failed.length })}
        </Verdict>
        {failed
          .filter((check) => !check.ok)
          .map((check) => (
            <Failed key={`${check.id} ${check.code}`} check={check} />
          ))}
        <Gates title={t('decide.holds.gates')} told="decide.holds.gatesTold" gates={gates} />
        <Gates title={t('decide.holds.attested')} told="decide.holds.attestedTold" gates={attested} />
      </ul>
    </Section>
  );
}

function Failed({ check }: { readonly check: FailedCheck }) {
  const { t } = useTranslation();
  const told = useParticularText();
  return (
    <Verdict
      outcome="fail"
      word={t('gates.word.fail')}
      title={t(`checks.${check.id}`, { defaultValue: check.id })}
    >
      <code>{check.code}</code> {t(`checks.code.${check.code}`, { defaultValue: '' })}{' '}
      {check.particulars.map(told).join(' ')}
    </Verdict>
  );
}

interface GatesProps {
  readonly title: string;
  readonly told: string;
  readonly gates: readonly GateResult[];
}

function Gates({ title, told, gates }: GatesProps) {
  const { t } = useTranslation();
  const wrong = gates.filter(({ outcome }) => outcome !== 'pass');
  const holds = wrong.length === 0 && gates.length > 0;
  const outcome = holds ? 'pass' : 'fail';
  return (
    <>
      <Verdict outcome={outcome} word={t(`gates.word.${outcome}`)} title={title}>
        {gates.length === 0
          ? t('decide.holds.unreadable')
          : t(told, { names: gates.map(({ id }) => t(`gates.${id}.name`)).join(', ') })}
      </Verdict>
      {wrong.map((gate) => (
        <Verdict
          key={gate.id}
          outcome={gate.outcome}
          word={t(`gates.word.${gate.outcome}`)}
          title={t(`gates.${gate.id}.name`)}
        >
          {t(`gates.${gate.id}.${gate.outcome}`)}
        </Verdict>
      ))}
    </>
  );
}
