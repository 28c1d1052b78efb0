import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Sign } from './Sign.tsx';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

/** One change of the recipe that was tried against an attack. */
export interface Remedy {
  readonly id: string;
  /** The change in words. */
  readonly text: string;
  readonly outcome: AttackReport['outcome'];
  /** Takes the change over into the recipe. */
  readonly onApply?: () => void;
}

export interface RemediesProps {
  /** What was tried so far; absent before anything was. */
  readonly remedies?: readonly Remedy[] | undefined;
  readonly trying?: boolean;
  readonly onTry: () => void;
}

/** What would make an attack fail: found by trying it, never guessed. */
export function Remedies({ remedies, trying = false, onTry }: RemediesProps) {
  const { t } = useTranslation();
  return (
    <section className="attack-part">
      <h3>{t('attacks.panel.remedies')}</h3>
      {remedies === undefined ? (
        <Button disabled={trying} onPress={onTry}>
          {t(trying ? 'attacks.panel.trying' : 'attacks.panel.tryRemedies')}
        </Button>
      ) : (
        <ul className="remedies">
          {remedies.map(({ id, text, outcome, onApply }) => (
            <li key={id}>
              <Sign standing={outcome} />
              <span>
                {text} <span className="quiet">{t(`attacks.word.${outcome}`)}</span>
              </span>
              {onApply !== undefined && <Button onPress={onApply}>{t('attacks.panel.apply')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
