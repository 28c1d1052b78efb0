import { useTranslation } from 'react-i18next';
import { predicateText } from '../../../shared/recipe/recipe.ts';

export interface PredicateProps {
  readonly minimumPersons: number;
  /** Where there is little room the literal text is left to the tooltip. */
  readonly brief?: boolean;
}

/** The rule of publishing as it is printed literally, in other languages after a sentence that says it. */
export function Predicate({ minimumPersons, brief = false }: PredicateProps) {
  const { t, i18n } = useTranslation();
  const literal = <span lang="en">{predicateText(minimumPersons)}</span>;
  if (i18n.language === 'en') return literal;
  const told = t('recipe.rule', { minimum: minimumPersons.toLocaleString(i18n.language) });
  if (brief) return <span title={predicateText(minimumPersons)}>{told}</span>;
  return (
    <>
      {told} <span className="quiet small">({literal})</span>
    </>
  );
}
