import { useTranslation } from 'react-i18next';
import { standingOf } from '../../state/attack-reports.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sign } from './Sign.tsx';
import type { AttackName } from '../../../../shared/policy/attack-limits.ts';
import type { ShownAttack } from '../../state/attack-reports.ts';
import './attacks.css';

export interface AttackSummaryProps {
  readonly cards: readonly ShownAttack[];
  /** Goes to the cards, with one of them open. */
  readonly onOpen: (attack?: AttackName) => void;
}

/** The cards in a line each, where the recipe is tuned; one line for all while none was tried on it. */
export function AttackSummary({ cards, onOpen }: AttackSummaryProps) {
  const { t } = useTranslation();
  const isTried = cards.some((card) => card.report !== undefined && !card.stale);
  return (
    <Section title={t('attacks.title')}>
      {isTried ? (
        <ul className="attack-summary">
          {cards.map((card) => (
            <li key={card.attack} data-standing={standingOf(card)}>
              <button type="button" onClick={() => onOpen(card.attack)}>
                <Sign standing={standingOf(card)} />
                <span>{t(`attacks.${card.attack}.name`)}</span>
                <span className="attack-word">{t(`attacks.word.${standingOf(card)}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <div className="attack-summary-none">
          <p className="quiet">{t('attacks.run.none')}</p>
          <Button onPress={() => onOpen()}>{t('frame.step.attacks')}</Button>
        </div>
      )}
    </Section>
  );
}
