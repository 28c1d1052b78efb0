import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AttackCard } from '../features/attacks/AttackCard.tsx';
import { WorkBar } from '../features/attacks/WorkBar.tsx';
import { attackFromEvidence } from '../language/attack-from-evidence.ts';
import { attackSentence } from '../language/attack-sentence.ts';
import { useFormat } from '../language/format.ts';
import { policyTitle } from '../language/policy-title.ts';
import { useFailureText } from '../language/use-failure-text.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { BundleAttackPanel } from './BundleAttackPanel.tsx';
import { attackNames } from '../../../shared/policy/attack-limits.ts';
import type { Contents } from '../features/inspect/bundle-table.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import '../features/attacks/attacks.css';

const panel = 'bundle-attack-panel';

/** Every attack that needs no raw data, tried on the open bundle; what its signer attests of the others stands beside. */
export function BundleAttacks({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const { recipe } = contents;
  const policy = useDesk((state) => state.readersPolicy) ?? contents.policy;
  const reports = useDesk((state) => state.bundleAttacks?.reports);
  const work = useDesk((state) => state.bundleAttacking);
  const open = useDesk((state) => state.openBundleAttack);
  const showAttack = useDesk((state) => state.showBundleAttack);
  const attested = useMemo(() => attestedReports(contents.evidence), [contents.evidence]);
  const noisy = recipe.guarantee.kind === 'differentialPrivacy';
  const shownOf = (attack: AttackReport['attack']) => ({
    attack,
    report: reports?.find((report) => report.attack === attack),
    stale: false,
  });
  return (
    <div className="attacks inspect-attacks">
      <section className="attacks-main" aria-label={t('attacks.cards')}>
        <Head contents={contents} />
        <ul className="attack-cards">
          {attackNames.map((attack) => (
            <AttackCard
              key={attack}
              shown={shownOf(attack)}
              policy={policy}
              noisy={noisy}
              run={
                work.kind === 'running' && work.attack === attack
                  ? { ...work, wanted: attackNames }
                  : undefined
              }
              blocked={undefined}
              open={open === attack}
              panel={panel}
              onOpen={() => showAttack(open === attack ? undefined : attack)}
              beside={<Attested report={attested.get(attack)} noisy={noisy} />}
            />
          ))}
        </ul>
      </section>
      <aside id={panel} className="attacks-side" aria-label={t('attacks.panel.empty')}>
        {open === undefined ? (
          <p className="quiet">{t('bundle.attacks.teach', { policy: policyTitle(t, policy) })}</p>
        ) : (
          <BundleAttackPanel
            attack={open}
            report={shownOf(open).report}
            attested={attested.get(open)}
            noisy={noisy}
            onClose={() => showAttack(undefined)}
          />
        )}
      </aside>
    </div>
  );
}

function attestedReports(evidence: unknown): ReadonlyMap<string, AttackReport> {
  const list =
    typeof evidence === 'object' && evidence !== null && 'attacks' in evidence ? evidence.attacks : [];
  if (!Array.isArray(list)) return new Map();
  const reports = list.flatMap((one: unknown) => attackFromEvidence(one) ?? []);
  return new Map(reports.map((report) => [report.attack, report]));
}

function Head({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const policy = useDesk((state) => state.readersPolicy) ?? contents.policy;
  const earlier = useDesk((state) => state.earlierBundle);
  const work = useDesk((state) => state.bundleAttacking);
  const done = useDesk((state) => state.bundleAttacks !== undefined);
  const failure = useDesk((state) => state.bundleAttackFailure);
  const run = useDesk((state) => state.runBundleAttacks);
  const stop = useDesk((state) => state.stopBundleAttacks);
  const attack = work.kind === 'none' ? undefined : work.attack;
  const told =
    attack === undefined
      ? t('bundle.attacks.preparing')
      : t('attacks.run.running', { name: t(`attacks.${attack}.name`) });
  return (
    <>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      <h2>{t('attacks.title')}</h2>
      <div className="bundle-attack-head">
        <p>
          {t('bundle.attacks.under', { policy: policyTitle(t, policy) })}{' '}
          {earlier === undefined
            ? t('bundle.attacks.alone')
            : t('bundle.attacks.with', { name: earlier.fileName })}
        </p>
        {work.kind === 'none' && (
          <Button look={done ? 'plain' : 'primary'} onPress={() => void run()}>
            {t(done ? 'bundle.attacks.again' : 'bundle.attacks.run')}
          </Button>
        )}
      </div>
      <WorkBar work={work} label={t('attacks.cards')} told={told} onCancel={stop} />
    </>
  );
}

interface AttestedProps {
  readonly report: AttackReport | undefined;
  readonly noisy: boolean;
}

/** What the signer attests of an attack, in a sentence. */
function Attested({ report, noisy }: AttestedProps) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  return (
    <p className="attack-attested quiet small">
      {report === undefined
        ? t('bundle.attacks.nothingAttested')
        : t('bundle.attacks.attested', {
            word: t(`attacks.word.${report.outcome}`),
            told: attackSentence(report, noisy, speech),
          })}
    </p>
  );
}
