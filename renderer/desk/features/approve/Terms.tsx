import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AskedTerms } from './AskedTerms.tsx';
import { RequiredText } from './RequiredText.tsx';
import { Period } from './Period.tsx';
import { ReleaseDate } from './ReleaseDate.tsx';

const lines = [
  { field: 'purpose', limit: 500, kind: 'long' },
  { field: 'legalBasis', limit: 500, kind: 'text' },
  { field: 'recipient', limit: 200, kind: 'text' },
] as const;

/** What the law asks a release to say about itself. */
export function Terms() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const organisation = useDesk((state) => state.organisation);
  const setOrganisation = useDesk((state) => state.setOrganisation);
  const [cleared, setCleared] = useState(false);
  const title = cleared ? '' : recipe.title;

  return (
    <Section card title={t('approve.terms.title')}>
      <div className="side-by-side">
        <RequiredText
          label={t('approve.terms.name')}
          limit={120}
          value={title}
          onText={(text, phase) => {
            setCleared(text === '' && phase === 'drag');
            if (text !== '') changeRecipe({ title: text }, phase);
          }}
        />
        <RequiredText
          label={t('approve.terms.organisation')}
          limit={120}
          value={organisation}
          onText={setOrganisation}
        />
      </div>
      {lines.map(({ field, limit, kind }) => (
        <RequiredText
          key={field}
          kind={kind}
          limit={limit}
          label={t(`approve.terms.${field}`)}
          value={recipe.terms[field]}
          onText={(text, phase) => changeRecipe({ terms: { ...recipe.terms, [field]: text } }, phase)}
        />
      ))}
      <div className="side-by-side days">
        <Period />
        <ReleaseDate />
      </div>
      <AskedTerms />
      <Comment />
    </Section>
  );
}

function Comment() {
  const { t } = useTranslation();
  const comment = useDesk((state) => state.comment);
  const setComment = useDesk((state) => state.setComment);
  const asked = useDesk((state) => state.draft.present.policy.signing.comment);
  const Text = asked ? RequiredText : TextField;
  return (
    <Text
      layout="stack"
      kind="long"
      limit={2000}
      label={t('approve.terms.comment')}
      hint={t(asked ? 'approve.terms.commentRequired' : 'approve.terms.commentHint')}
      value={comment}
      onText={setComment}
    />
  );
}
