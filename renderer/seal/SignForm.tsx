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
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    seal.confirm(passphrase);
    setPassphrase('');
  };
  return (
    <form onSubmit={submit} aria-busy={seal.busy}>
      <Reading heading={text.signHeading}>
        <p>{text.signIntro}</p>
        {demo && <p className="banner">{text.demoBanner}</p>}
        <DigestGroups digest={form.digest} text={text} />
        <SealedFacts form={form} text={text} />
      </Reading>
      <div className="acting">
        <p className="outcome">{text.outcomes(form.approvals)[form.outcome]}</p>
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
          confirm={demo ? text.signDemo : text.sign}
          ready={!askPassphrase || passphrase !== ''}
        />
      </div>
    </form>
  );
}
