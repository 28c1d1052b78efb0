import { useTranslation } from 'react-i18next';
import { signingNeeds } from '../../state/early-gates.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useKeyWords } from '../../language/use-key-words.ts';
import { KeyLine } from '../../ui/KeyLine.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { SignerSelect } from '../../ui/SignerSelect.tsx';

/** What the policy asks for, and the key to sign with. The passphrase is asked for in a window of its own. */
export function SigningKey() {
  const { t } = useTranslation();
  const { policy } = useDesk((state) => state.draft.present);
  return (
    <Section card title={t('approve.sign.title')} aside={policy.title}>
      <p>{t('recipe.policy.needs', { count: policy.approvals })}</p>
      {policy.demo && <Notice tone="notice">{t('approve.sign.demo')}</Notice>}
      {policy.solo && !policy.demo && <Notice tone="notice">{t('approve.sign.solo')}</Notice>}
      {!policy.demo && <KeyPlaces />}
      <Missing />
    </Section>
  );
}

/** A key file here, or a key on another machine, a token or a card. */
function KeyPlaces() {
  const { t } = useTranslation();
  const place = useDesk((state) => state.preparerPlace);
  const setPlace = useDesk((state) => state.setPreparerPlace);
  return (
    <>
      <Segmented
        label={t('pending.place.name')}
        value={place}
        choices={(['here', 'elsewhere'] as const).map((value) => ({
          value,
          text: t(`pending.place.${value}`),
        }))}
        onChoose={setPlace}
      />
      {place === 'here' ? <KeyChoice /> : <KeyElsewhere />}
    </>
  );
}

function KeyElsewhere() {
  const { t } = useTranslation();
  const known = useDesk((state) => state.knownSigners);
  const chosen = useDesk((state) => state.preparerKey);
  const choose = useDesk((state) => state.setPreparerKey);
  const signers = known.filter(({ roles }) => roles.includes('preparer'));
  if (signers.length === 0) return <p>{t('pending.nobody')}</p>;
  return (
    <>
      <SignerSelect
        label={t('pending.whose')}
        nobody={t('pending.choose')}
        signers={signers}
        value={chosen}
        onChoose={choose}
      />
      {chosen !== '' && <code>{chosen}</code>}
      <p className="quiet small">{t('pending.teach')}</p>
    </>
  );
}

function KeyChoice() {
  const { t } = useTranslation();
  const key = useDesk((state) => state.key);
  const keyLabel = useDesk((state) => state.keyLabel);
  const setKeyLabel = useDesk((state) => state.setKeyLabel);
  const chooseKey = useDesk((state) => state.chooseKey);
  const createKey = useDesk((state) => state.createKey);
  return (
    <>
      <KeyLine
        words={useKeyWords()}
        chosen={key}
        label={keyLabel}
        onLabel={setKeyLabel}
        onChoose={() => void chooseKey()}
        onCreate={() => void createKey()}
      />
      <p className="quiet small">{t('approve.sign.passphrase')}</p>
    </>
  );
}

function Missing() {
  const { t } = useTranslation();
  const needs = useDesk((state) => signingNeeds(state).join('\n'));
  if (needs === '') return null;
  return (
    <Notice tone="calm">
      <p>{t('approve.sign.before')}</p>
      <ul className="needs">
        {needs.split('\n').map((need) => (
          <li key={need}>{t(need)}</li>
        ))}
      </ul>
    </Notice>
  );
}
