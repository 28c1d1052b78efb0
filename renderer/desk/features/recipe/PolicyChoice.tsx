import { useTranslation } from 'react-i18next';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { violations } from '../../../../shared/policy/violations.ts';
import { violationText } from '../../language/limit-text.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { BareSelect } from '../../ui/Select.tsx';
import { Obstacles } from './Obstacles.tsx';

const builtIn = ['default', 'solo', 'demo'] as const;

/** The organisation's limits, and every rule of theirs the recipe breaks. */
export function PolicyChoice() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const { policy } = useDesk((state) => state.draft.present);
  const setPolicy = useDesk((state) => state.setPolicy);
  const openPolicy = useDesk((state) => state.openPolicy);
  const failure = useDesk((state) => state.policyFailure);
  const own = builtIn.every((name) => JSON.stringify(builtInPolicies[name]) !== JSON.stringify(policy));
  const chosen = own ? 'own' : policy.id;

  return (
    <Section title={t('recipe.policy.title')}>
      <div className="stage-rows">
        <BareSelect
          label={t('recipe.policy.title')}
          value={chosen}
          choices={[
            ...builtIn.map((name) => ({ value: name as string, text: t(`recipe.policy.name.${name}`) })),
            ...(own ? [{ value: 'own', text: policy.title }] : []),
          ]}
          onChoose={(value) => {
            const name = builtIn.find((known) => known === value);
            if (name !== undefined) setPolicy(builtInPolicies[name]);
          }}
        />
        <p className="quiet small">{t('recipe.policy.needs', { count: policy.approvals })}</p>
        <Button onPress={() => void openPolicy()}>{t('recipe.policy.open')}</Button>
        {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
        <Obstacles />
        <Violations />
      </div>
    </Section>
  );
}

function Violations() {
  const { t } = useTranslation();
  const { recipe, policy } = useDesk((state) => state.draft.present);
  const broken = violations(recipe, policy);
  if (broken.length === 0) return null;
  return (
    <Notice tone="notice">
      <ul>
        {broken.map((violation) => (
          <li key={violation.rule}>{violationText(t, violation)}</li>
        ))}
      </ul>
    </Notice>
  );
}
