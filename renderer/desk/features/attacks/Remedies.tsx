import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { remedyText } from '../../language/remedy-text.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { attackMissing } from '../../state/attack-reports.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { gateValues } from './gate-line.ts';
import { WorkBar } from './WorkBar.tsx';
import type { Remedy } from '../../../../shared/ipc/remedies.ts';
import type { AttackName } from '../../../../shared/policy/attack-limits.ts';

interface OfAttack {
  readonly attack: AttackName;
}

/** What would make an attack fail: found by trying it when somebody asks, never guessed. */
export function Remedies({ attack }: OfAttack) {
  const { t } = useTranslation();
  const found = useDesk((state) => state.remedies.get(attack));
  return (
    <section className="attack-part" aria-labelledby="remedies-title">
      <h3 id="remedies-title">{t('attacks.panel.remedies')}</h3>
      <p className="quiet small">{t('findings.remedy.teach')}</p>
      {found === undefined ? <Seek attack={attack} /> : <Found attack={attack} found={found} />}
    </section>
  );
}

function Seek({ attack }: OfAttack) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const seeking = useDesk((state) => state.seeking);
  const own = useDesk((state) => state.soughtFor === attack);
  const failure = useDesk((state) => state.remedyFailure);
  const missing = useDesk(attackMissing);
  const seek = useDesk((state) => state.seekRemedies);
  const cancel = useDesk((state) => state.cancelRemedies);
  if (own && seeking.kind !== 'none') {
    const told = t(
      `findings.remedy.${seeking.attack === undefined && seeking.done !== undefined ? 'protecting' : 'trying'}`,
    );
    return <WorkBar work={seeking} label={t('attacks.panel.tryRemedies')} told={told} onCancel={cancel} />;
  }
  return (
    <>
      {own && failure !== undefined && (
        <Notice tone="bad">{`${t('findings.remedy.failed')} ${failureText(failure)}`}</Notice>
      )}
      <div>
        <Button blocked={missing === undefined ? undefined : t(missing)} onPress={() => void seek(attack)}>
          {t('attacks.panel.tryRemedies')}
        </Button>
      </div>
    </>
  );
}

function Found({ attack, found }: OfAttack & { readonly found: readonly Remedy[] }) {
  const { t } = useTranslation();
  if (found.length === 0) return <p>{t('findings.remedy.none')}</p>;
  return (
    <ul className="remedies">
      {found.map((remedy) => (
        <Line key={JSON.stringify(remedy.change)} attack={attack} remedy={remedy} />
      ))}
    </ul>
  );
}

function Line({ attack, remedy }: OfAttack & { readonly remedy: Remedy }) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const { recipe, policy } = useDesk((state) => state.draft.present);
  const use = useDesk((state) => state.useRemedy);
  const change = remedyText(speech, remedy.change, recipe);
  const noisy = recipe.guarantee.kind === 'differentialPrivacy';
  const { measured, limit } = gateValues({ attack, policy, noisy, measured: remedy.measured }, speech);
  const then = measured === undefined ? '' : ` – ${t('findings.remedy.then', { measured, limit })}`;
  const how = remedy.confirmed ? 'confirmed' : noisy ? 'unconfirmedNoisy' : 'unconfirmed';
  return (
    <li>
      <p>
        {change}
        {then}; {t(`findings.remedy.${how}`)}
      </p>
      <Button onPress={() => use(remedy)} label={`${t('attacks.panel.apply')}: ${change}`}>
        {t('attacks.panel.apply')}
      </Button>
    </li>
  );
}
