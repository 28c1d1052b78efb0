import { useTranslation } from 'react-i18next';
import { attackLimitLines } from '../../language/attack-limit-lines.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';

/** Beside the cards while none is open: what they open to, and what the policy asks of attacks. */
export function AttackTeach({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="attack-part">
        <h2>{t('attacks.panel.empty')}</h2>
        <p>{t('attacks.panel.emptyTold')}</p>
      </section>
      <section className="attack-part">
        <h3>{t('attacks.panel.policy')}</h3>
        <ul className="attack-limits">
          {attackLimitLines(t, policy).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p className="quiet">{t('attacks.panel.seed')}</p>
    </>
  );
}
