import { type FormEvent, useState } from 'react';
import { Actions } from './Actions.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { longEnough } from './long-enough.ts';
import { Reading } from './Reading.tsx';
import type { Seal } from './use-seal.ts';
import type { SealWords } from './seal-words.ts';

interface CreateFormProps {
  readonly seal: Seal;
  readonly label: string;
  readonly text: SealWords;
}

/** A passphrase for a new key, typed twice. */
export function CreateForm({ seal, label, text }: CreateFormProps) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const reason = missing(first, second, text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    seal.confirm(first);
  };
  return (
    <form onSubmit={submit} aria-busy={seal.busy}>
      <Reading heading={text.createHeading}>
        <p>{text.createIntro(label)}</p>
        <ul>
          {text.createRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Reading>
      <div className="acting">
        <PassphraseField
          label={text.newPassphrase}
          value={first}
          disabled={seal.busy}
          fresh
          onChange={setFirst}
        />
        <PassphraseField label={text.repeat} value={second} disabled={seal.busy} fresh onChange={setSecond} />
        <Actions
          seal={seal}
          text={text}
          confirm={text.create}
          ready={longEnough(first) && first === second}
          reason={reason}
        />
      </div>
    </form>
  );
}

function missing(first: string, second: string, text: SealWords): string | undefined {
  if (first !== '' && !longEnough(first)) return text.tooShort;
  return second !== '' && first !== second ? text.different : undefined;
}
