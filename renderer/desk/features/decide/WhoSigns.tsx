import { useTranslation } from 'react-i18next';
import { decidingKey, decidingSigner, rolesToChoose } from '../../state/decide-needs.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useKeyWords } from '../../language/use-key-words.ts';
import { KeyLine } from '../../ui/KeyLine.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { SignerSelect } from '../../ui/SignerSelect.tsx';
import type { DecisionSubject } from '../../../../shared/ipc/decision.ts';

/** Whose key signs, where it is, and in which of the roles they hold that are still open. */
export function WhoSigns({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const place = useDesk((state) => state.keyPlace);
  const setPlace = useDesk((state) => state.setKeyPlace);
  return (
    <Section card title={t('decide.who.title')}>
      <Segmented
        label={t('pending.place.name')}
        value={place}
        choices={(['here', 'elsewhere'] as const).map((value) => ({
          value,
          text: t(`pending.place.${value}`),
        }))}
        onChoose={setPlace}
      />
      {place === 'here' ? <KeyHere /> : <KeyElsewhere subject={subject} />}
      <Person />
      <RoleChoice />
      <p className="quiet small">{t(place === 'here' ? 'approve.sign.passphrase' : 'pending.teach')}</p>
    </Section>
  );
}

function KeyHere() {
  const key = useDesk((state) => state.key);
  const keyLabel = useDesk((state) => state.keyLabel);
  const setKeyLabel = useDesk((state) => state.setKeyLabel);
  const chooseKey = useDesk((state) => state.chooseKey);
  const createKey = useDesk((state) => state.createKey);
  const refresh = useDesk((state) => state.refreshSubject);
  return (
    <KeyLine
      words={useKeyWords()}
      chosen={key}
      label={keyLabel}
      onLabel={setKeyLabel}
      onChoose={() => void chooseKey()}
      onCreate={() => void createKey().then(refresh)}
    />
  );
}

function KeyElsewhere({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const chosen = useDesk((state) => state.elsewhereKey);
  const choose = useDesk((state) => state.setElsewhereKey);
  const approves = useDesk((state) => state.decision === 'approve');
  const signers = subject.signers.filter(({ open, holds }) => (approves ? open : holds).length > 0);
  if (signers.length === 0) return <p>{t('pending.nobody')}</p>;
  return (
    <SignerSelect
      label={t('pending.whose')}
      nobody={t('pending.choose')}
      signers={signers}
      value={chosen}
      onChoose={choose}
    />
  );
}

/** Who that is by the trust list, and why they cannot sign where they cannot. */
function Person() {
  const { t } = useTranslation();
  const fingerprint = useDesk(decidingKey);
  const signer = useDesk(decidingSigner);
  const approves = useDesk((state) => state.decision === 'approve');
  if (fingerprint === undefined) return null;
  if (signer === undefined) return <Notice tone="notice">{t('decide.who.unlisted')}</Notice>;
  if (approves && signer.hindrance !== undefined)
    return <Notice tone="notice">{t(`decide.hindrance.${signer.hindrance}`)}</Notice>;
  return <p>{t('decide.who.is', { person: signer.person })}</p>;
}

function RoleChoice() {
  const { t } = useTranslation();
  const roles = useDesk((state) => rolesToChoose(state).join(' '));
  const role = useDesk((state) => state.decideRole);
  const setRole = useDesk((state) => state.setDecideRole);
  const attempted = useDesk((state) => state.decideAttempted);
  const choices = roles.split(' ').filter((one) => one === 'privacy-officer' || one === 'second-signer');
  if (choices.length === 0) return null;
  return (
    <Select
      layout="stack"
      label={t('decide.who.role')}
      value={role ?? ''}
      error={attempted && role === undefined ? t('approve.terms.missing') : undefined}
      choices={[
        { value: '', text: t('pending.choose') },
        ...choices.map((value) => ({ value, text: t(`inspect.role.${value}`) })),
      ]}
      onChoose={(chosen) => setRole(chosen === '' || chosen === 'preparer' ? undefined : chosen)}
    />
  );
}
