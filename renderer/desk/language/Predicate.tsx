import { useTranslation } from 'react-i18next';
import { predicateOf } from '../../../shared/recipe/guarantee.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

export interface PredicateProps {
  readonly recipe: Pick<Recipe, 'minimumPersons' | 'guarantee'>;
  /** Where there is little room the literal text is left to the tooltip. */
  readonly brief?: boolean;
}

/** The rule of publishing as it is printed literally, in other languages after a sentence that says it. */
export function Predicate({ recipe, brief = false }: PredicateProps) {
  const { t, i18n } = useTranslation();
  const predicate = predicateOf(recipe);
  const literal = <span lang="en">{predicate}</span>;
  if (i18n.language === 'en') return literal;
  const rule = recipe.guarantee.kind === 'classical' ? 'recipe.rule' : 'recipe.noisyRule';
  const told = t(rule, { minimum: recipe.minimumPersons.toLocaleString(i18n.language) });
  if (brief) return <span title={predicate}>{told}</span>;
  return (
    <>
      {told} <span className="quiet small">({literal})</span>
    </>
  );
}
