import { useTranslation } from 'react-i18next';
import { Settings } from '../../../shared/ipc/contract.ts';
import { missingFor } from '../state/reach.ts';
import { steps } from '../state/desk-state.ts';
import { useDesk } from '../state/use-desk.ts';
import { BareSelect } from '../ui/Select.tsx';
import { ExtractLine } from './ExtractLine.tsx';
import type { Step } from '../state/desk-state.ts';

export function Header() {
  const { t } = useTranslation();
  const version = useDesk((state) => state.version);
  return (
    <header className="header">
      <h1 className="header-name" title={t('frame.version', { version })}>
        Freigabe
      </h1>
      <nav className="header-way" aria-label={t('frame.way')}>
        {steps.map((step) => (
          <StepButton key={step} step={step} />
        ))}
        <span className="header-rule" />
        <StepButton step="inspect" />
      </nav>
      <ExtractLine />
      <span className="machine">
        <span className="machine-dot" />
        <span>{t('frame.machine')}</span>
      </span>
      <Language />
      <Theme />
    </header>
  );
}

function StepButton({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const current = useDesk((state) => (state.step === 'decide' ? 'inspect' : state.step) === step);
  const missing = useDesk((state) => missingFor(step, state));
  const go = useDesk((state) => state.go);
  return (
    <button
      type="button"
      className={current ? 'step step-on' : 'step'}
      data-step={step}
      aria-current={current ? 'step' : undefined}
      aria-disabled={missing === undefined ? undefined : true}
      title={missing === undefined ? undefined : t(missing)}
      onClick={() => go(step)}
    >
      {t(`frame.step.${step}`)}
      {missing !== undefined && <span className="unseen"> ({t(missing)})</span>}
    </button>
  );
}

function Language() {
  const { t } = useTranslation();
  const language = useDesk((state) => state.settings.language);
  const changeSettings = useDesk((state) => state.changeSettings);
  return (
    <fieldset className="languages">
      <legend className="unseen">{t('frame.language')}</legend>
      {Settings.shape.language.options.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={code === language ? 'language language-on' : 'language'}
          aria-pressed={code === language}
          aria-label={code === 'de' ? 'Deutsch' : 'English'}
          onClick={() => void changeSettings({ language: code })}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}

function Theme() {
  const { t } = useTranslation();
  const theme = useDesk((state) => state.settings.theme);
  const changeSettings = useDesk((state) => state.changeSettings);
  return (
    <div className="theme">
      <BareSelect
        label={t('frame.theme.name')}
        value={theme}
        choices={Settings.shape.theme.options.map((value) => ({ value, text: t(`frame.theme.${value}`) }))}
        onChoose={(value) => void changeSettings({ theme: value })}
      />
    </div>
  );
}
