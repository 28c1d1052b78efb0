import { type FormEvent, useState } from 'react';
import type { SealedForm } from '../../shared/ipc/seal-contract.ts';
import { Actions } from './Actions.tsx';
import { DigestGroups } from './DigestGroups.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { Reading } from './Reading.tsx';
import { SealedFacts } from './SealedFacts.tsx';
import type { Seal } from './use-seal.ts';
import type { SealWords } from './seal-words.ts';

interface SignFormProps {
  readonly seal: Seal;
  readonly form: SealedForm;
  readonly askPassphrase: boolean;
  readonly text: SealWords;
}

/** What is signed, and the signature itself. */
export function SignForm({ seal, form, askPassphrase, text }: SignFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const demo = form.outcome === 'demo';
  const [decision] = form.decisions;
  const heading =
    decision === undefined || decision === 'prepared' ? text.signHeading : text.decideHeadings[decision];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    seal.confirm(passphrase);
    setPassphrase('');
  };
  return (
    <form onSubmit={submit} aria-busy={seal.busy}>
      <Reading heading={heading}>
        <p>{form.before.length === 0 ? text.signIntro : text.decideIntro}</p>
        {demo && <p className="banner">{text.demoBanner}</p>}
        <DigestGroups digest={form.digest} text={text} />
        <SealedFacts form={form} text={text} />
      </Reading>
      <div className="acting">
        <p className="outcome">
          {form.by === 'elsewhere' ? text.elsewhere : text.outcomes(form.missing)[form.outcome]}
        </p>
        {askPassphrase && (
          <PassphraseField
            label={text.passphrase}
            hint={text.passphraseHint}
            value={passphrase}
            disabled={seal.busy}
            onChange={setPassphrase}
          />
        )}
        <Actions
          seal={seal}
          text={text}
          confirm={confirmIn(form, text)}
          ready={!askPassphrase || passphrase !== ''}
        />
      </div>
    </form>
  );
}

function confirmIn({ outcome, by, decisions }: SealedForm, text: SealWords): string {
  if (by === 'elsewhere') return text.writeStatement;
  if (outcome === 'demo') return text.signDemo;
  if (outcome === 'rejected') return text.reject;
  if (outcome === 'withdrawn') return text.withdraw;
  return decisions[0] === 'approved' ? text.approve : text.sign;
}
