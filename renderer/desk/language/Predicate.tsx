import { useTranslation } from 'react-i18next';
import { predicateText } from '../../../shared/recipe/recipe.ts';

/** The rule of publishing as it is printed literally everywhere, in other languages after a sentence that says it. */
export function Predicate({ minimumPersons }: { readonly minimumPersons: number }) {
  const { t, i18n } = useTranslation();
  const literal = <span lang="en">{predicateText(minimumPersons)}</span>;
  if (i18n.language === 'en') return literal;
  return (
    <>
      {t('recipe.rule', { minimum: minimumPersons.toLocaleString(i18n.language) })}{' '}
      <span className="quiet small">({literal})</span>
    </>
  );
}
