import { useTranslation } from 'react-i18next';
import { attackMissing, shownAttacks } from '../../state/attack-reports.ts';
import { useDesk } from '../../state/use-desk.ts';
import { AttackCard } from './AttackCard.tsx';
import { AttackPanel } from './AttackPanel.tsx';
import { AttackTeach } from './AttackTeach.tsx';
import { Planted } from './Planted.tsx';
import { RunBar } from './RunBar.tsx';
import { RunFailure } from './RunFailure.tsx';
import type { ReactNode } from 'react';
import type { ShownAttack } from '../../state/attack-reports.ts';
import './attacks.css';

const panel = 'attack-panel';

/** Nine cards of what was tried on the release, and beside them the one that is open; `replay` is shown with recovery. */
export function AttackPage({ replay }: { readonly replay: ReactNode }) {
  const { t } = useTranslation();
  const state = useDesk((all) => all);
  const cards = shownAttacks(state);
  const { policy, recipe } = state.draft.present;
  const { attacking, openAttack } = state;
  const missing = attackMissing(state);
  return (
    <div className="attacks">
      <section className="attacks-main" aria-label={t('attacks.cards')}>
        <RunFailure />
        <div className="attack-head">
          <h2>{t('attacks.title')}</h2>
          <RunBar />
        </div>
        <ul className="attack-cards">
          {cards.map((shown) => (
            <AttackCard
              key={shown.attack}
              shown={shown}
              policy={policy}
              noisy={recipe.guarantee.kind === 'differentialPrivacy'}
              run={attacking.kind === 'running' && attacking.attack === shown.attack ? attacking : undefined}
              blocked={missing === undefined ? undefined : t(missing)}
              open={openAttack === shown.attack}
              panel={panel}
              onOpen={() => state.showAttack(openAttack === shown.attack ? undefined : shown.attack)}
              onRun={() => void state.runAttacks([shown.attack])}
            />
          ))}
        </ul>
        <Planted />
      </section>
      <Side
        key={openAttack ?? 'none'}
        shown={cards.find(({ attack }) => attack === openAttack)}
        replay={replay}
      />
    </div>
  );
}

interface SideProps {
  readonly shown: ShownAttack | undefined;
  readonly replay: ReactNode;
}

function Side({ shown, replay }: SideProps) {
  const { t } = useTranslation();
  const policy = useDesk((state) => state.draft.present.policy);
  const showAttack = useDesk((state) => state.showAttack);
  const attack = shown?.attack;
  const close = () => {
    showAttack(undefined);
    document.querySelector<HTMLElement>(`[data-attack="${attack}"] .attack-open`)?.focus();
  };
  return (
    <aside
      id={panel}
      className="attacks-side"
      aria-label={t(attack === undefined ? 'attacks.panel.empty' : `attacks.${attack}.name`)}
    >
      {shown === undefined ? (
        <AttackTeach policy={policy} />
      ) : (
        <AttackPanel shown={shown} onClose={close} replay={attack === 'recovery' ? replay : undefined} />
      )}
    </aside>
  );
}
