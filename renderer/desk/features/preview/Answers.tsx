import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { limitText } from '../../language/limit-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { canAnswer, cannotAnswer } from './answers.ts';
import type { IconName } from '../../ui/icons.tsx';
import type { Answer, ReleasedCounts } from './answers.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import './preview.css';

export interface AnswersProps {
  readonly recipe: Recipe;
  readonly counts: ReleasedCounts | undefined;
}

/** What a buyer can and cannot work out of a release, in sentences. */
export function Answers({ recipe, counts }: AnswersProps) {
  const { t } = useTranslation();
  return (
    <>
      <AnswerList title={t('preview.can')} kind="can" icon="check" answers={canAnswer(recipe)} />
      <AnswerList
        title={t('preview.cannot')}
        kind="cannot"
        icon="cross"
        answers={cannotAnswer(recipe, counts)}
      />
    </>
  );
}

interface AnswerListProps {
  readonly title: string;
  readonly kind: 'can' | 'cannot';
  readonly icon: IconName;
  readonly answers: readonly Answer[];
}

function AnswerList({ title, kind, icon, answers }: AnswerListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="answers">
      <h2>{title}</h2>
      <ul>
        {answers.map(({ key, values }) => (
          <li key={key}>
            <span className={`answer-${kind}`}>
              <Icon name={icon} />
            </span>
            {t(`preview.${kind === 'can' ? 'answer' : 'not'}.${key}`, inWords(values))}
          </li>
        ))}
      </ul>
    </section>
  );

  function inWords(values: Answer['values']): Answer['values'] {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWord(name, value)]));
  }

  /** A count decides between one and several and stays a number. */
  function inWord(name: string, value: string | number): string | number {
    if (typeof value === 'number') return name === 'count' ? value : format.number(value);
    return name === 'timeBin' || name === 'places' ? limitText(t, value) : value;
  }
}
