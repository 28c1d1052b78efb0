import { useTranslation } from 'react-i18next';
import { builtInPolicies, type Policy } from '../../../../shared/policy/policy.ts';
import { judgedParts, type JudgedRule } from '../../../../shared/ipc/judged-rule.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { policyTitle } from '../../language/policy-title.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { BareSelect } from '../../ui/Select.tsx';
import { JudgedRules } from './JudgedRules.tsx';
import type { Contents } from './bundle-table.ts';

const builtIn = ['default', 'solo', 'demo'] as const;
const same = (a: Policy, b: Policy) => JSON.stringify(a) === JSON.stringify(b);

/** The bundle held against a policy of the reader's own, rule by rule. */
export function OwnPolicy({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const policy = useDesk((state) => state.readersPolicy);
  const rules = useDesk((state) => state.judgedRules);
  const failure = useDesk((state) => state.judgeFailure);
  return (
    <div className="inspect-policy">
      <Choice contents={contents} policy={policy} />
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      {policy !== undefined && rules !== undefined && (
        <>
          <Summary policy={policy} rules={rules} />
          <div className="inspect-body">
            {judgedParts
              .map((part) => ({ part, own: rules.filter((rule) => rule.part === part) }))
              .filter(({ own }) => own.length > 0)
              .map(({ part, own }) => (
                <Section
                  key={part}
                  card
                  title={t(`judge.part.${part}`)}
                  aside={t('judge.held', { held: own.filter(isHeld).length, count: own.length })}
                >
                  <JudgedRules rules={own} caption={t(`judge.part.${part}`)} />
                </Section>
              ))}
          </div>
        </>
      )}
    </div>
  );
}

const isHeld = ({ verdict }: JudgedRule) => verdict === 'holds';

interface ChoiceProps {
  readonly contents: Contents;
  readonly policy: Policy | undefined;
}

function Choice({ contents, policy }: ChoiceProps) {
  const { t } = useTranslation();
  const holdAgainst = useDesk((state) => state.holdAgainst);
  const openPolicy = useDesk((state) => state.openReadersPolicy);
  const offered = [
    {
      value: 'bundle',
      text: t('judge.ofBundle', { policy: policyTitle(t, contents.policy) }),
      policy: contents.policy,
    },
    ...builtIn.map((name) => ({
      value: name as string,
      text: t(`recipe.policy.name.${name}`),
      policy: builtInPolicies[name],
    })),
  ];
  const known = policy && offered.find((one) => same(one.policy, policy));
  const choices =
    policy === undefined || known ? offered : [...offered, { value: 'own', text: policy.title, policy }];
  return (
    <div className="inspect-choice">
      <label htmlFor="held-policy">{t('judge.against')}</label>
      <BareSelect
        label={t('judge.against')}
        value={known?.value ?? (policy === undefined ? 'bundle' : 'own')}
        choices={choices}
        onChoose={(value) => {
          const chosen = choices.find((one) => one.value === value);
          if (chosen !== undefined) void holdAgainst(chosen.policy);
        }}
      />
      <Button onPress={() => void openPolicy()}>{t('recipe.policy.open')}</Button>
      <p className="quiet small">{t('judge.teach')}</p>
    </div>
  );
}

interface SummaryProps {
  readonly policy: Policy;
  readonly rules: readonly JudgedRule[];
}

function Summary({ policy, rules }: SummaryProps) {
  const { t } = useTranslation();
  const count = (verdict: JudgedRule['verdict']) => rules.filter((rule) => rule.verdict === verdict).length;
  const [broken, unknown] = [count('broken'), count('unknown')];
  const name = policyTitle(t, policy);
  const told = broken > 0 ? 'broken' : unknown > 0 ? 'unknown' : 'holds';
  return (
    <Notice tone={broken > 0 ? 'bad' : unknown > 0 ? 'notice' : 'calm'}>
      <strong>{t(`judge.summary.${told}`, { policy: name })}</strong>{' '}
      {t('judge.summary.counts', { holds: count('holds'), broken, unknown })}
    </Notice>
  );
}
