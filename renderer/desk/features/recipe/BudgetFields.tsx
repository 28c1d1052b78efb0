import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tenToMinus } from '../../../../shared/base/ten-to-minus.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { More } from './More.tsx';
import { parseRho, statedEpsilon } from './stated-epsilon.ts';
import type { Budget } from './stated-epsilon.ts';

const exponents = [5, 6, 7, 8, 9, 10] as const;
const repeats = [7, 30, 365] as const;

/** The budget of a release and what it means for one person. */
export function BudgetFields() {
  const guarantee = useDesk((state) => state.draft.present.recipe.guarantee);
  if (guarantee.kind === 'classical') return null;
  return (
    <>
      <Rho {...guarantee} />
      <Delta {...guarantee} />
      <Meaning {...guarantee} />
    </>
  );
}

function Rho({ rho, deltaExponent }: Budget) {
  const { t } = useTranslation();
  const format = useFormat();
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const read = typed === undefined ? rho : parseRho(typed);
  const settle = () => {
    if (typed === undefined || read === undefined) return;
    setTyped(undefined);
    if (read !== rho) changeRecipe({ guarantee: { kind: 'differentialPrivacy', rho: read, deltaExponent } });
  };
  return (
    <Field label={t('recipe.field.rho')} error={read === undefined ? t('recipe.noise.rhoWrong') : undefined}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="control number"
          inputMode="decimal"
          value={typed ?? format.decimal(Number(rho))}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
            if (event.key === 'Escape') setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}

function Delta({ rho, deltaExponent }: Budget) {
  const { t } = useTranslation();
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const offered = [...new Set([...exponents, deltaExponent])].toSorted((a, b) => a - b);
  return (
    <Select
      label={t('recipe.field.delta')}
      value={`${deltaExponent}`}
      choices={offered.map((exponent) => ({
        value: `${exponent}`,
        text: tenToMinus(exponent),
      }))}
      onChoose={(chosen) =>
        changeRecipe({ guarantee: { kind: 'differentialPrivacy', rho, deltaExponent: Number(chosen) } })
      }
    />
  );
}

function Meaning(budget: Budget) {
  const { t } = useTranslation();
  const format = useFormat();
  const products = useDesk((state) => state.draft.present.recipe.products);
  const limit = useDesk((state) => state.draft.present.policy.maximumEpsilonHundredths / 100);
  const epsilon = statedEpsilon(budget, products);
  return (
    <div className="epsilon">
      <p>
        <strong>{t('recipe.noise.epsilon', { epsilon: format.decimal(epsilon) })}</strong>{' '}
        {t('recipe.noise.unit')}
      </p>
      <p className={epsilon > limit ? 'field-error small' : 'quiet small'}>
        {t(epsilon > limit ? 'recipe.noise.beyond' : 'recipe.noise.limit', { limit: format.decimal(limit) })}
      </p>
      <More title={t('recipe.noise.repeat')}>
        <dl className="stage-facts">
          {repeats.map((count) => (
            <div key={count}>
              <dt>{t('recipe.noise.times', { count })}</dt>
              <dd>
                {t('recipe.noise.epsilon', {
                  epsilon: format.decimal(statedEpsilon(budget, products, count)),
                })}
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet small">{t('recipe.noise.repeatTold')}</p>
      </More>
      <p className="quiet small">{t('recipe.guarantee.draw')}</p>
    </div>
  );
}
