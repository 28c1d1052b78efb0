import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { plantText } from '../../language/plant-text.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { attackMissing } from '../../state/attack-reports.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { WorkBar } from './WorkBar.tsx';

/** Plants invented people when somebody asks, and says whether the attacks on persons find them. */
export function Planted() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const planting = useDesk((state) => state.planting);
  const failure = useDesk((state) => state.plantFailure);
  const cancel = useDesk((state) => state.cancelPlant);
  return (
    <Section card title={t('findings.plant.title')}>
      <p className="quiet">{t('findings.plant.teach')}</p>
      {failure !== undefined && (
        <Notice tone="bad">{`${t('findings.plant.failed')} ${failureText(failure)}`}</Notice>
      )}
      <Found />
      {planting.kind === 'none' ? (
        <Plant />
      ) : (
        <WorkBar
          work={planting}
          label={t('findings.plant.title')}
          told={
            planting.attack === undefined
              ? t('findings.plant.protecting')
              : t('findings.plant.trying', { name: t(`attacks.${planting.attack}.name`) })
          }
          onCancel={cancel}
        />
      )}
    </Section>
  );
}

function Plant() {
  const { t } = useTranslation();
  const missing = useDesk(attackMissing);
  const isDone = useDesk((state) => state.planted !== undefined);
  const plant = useDesk((state) => state.plantPeople);
  if (isDone) return null;
  return (
    <div>
      <Button blocked={missing === undefined ? undefined : t(missing)} onPress={() => void plant()}>
        {t('findings.plant.run')}
      </Button>
    </div>
  );
}

function Found() {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const planted = useDesk((state) => state.planted);
  if (planted === undefined) return null;
  return (
    <p className="planted-found" aria-live="polite">
      {plantText(speech, 'membership', planted)} {plantText(speech, 'recovery', planted)}
    </p>
  );
}
