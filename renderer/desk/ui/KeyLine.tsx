import { Button } from './Button.tsx';
import { Facts } from './Facts.tsx';
import { TextField } from './TextField.tsx';

/** What the parts are called. */
export interface KeyWords {
  readonly key: string;
  readonly fingerprint: string;
  readonly choose: string;
  readonly label: string;
  readonly labelNeeded: string;
  readonly create: string;
}

export interface KeyLineProps {
  readonly words: KeyWords;
  /** The key that was chosen. */
  readonly chosen: { readonly label: string; readonly fingerprint: string } | undefined;
  /** What a new key is to be called. */
  readonly label: string;
  readonly onLabel: (label: string) => void;
  readonly onChoose: () => void;
  readonly onCreate: () => void;
}

/** The key that signs, and the two ways to one: a file that is there, or a new key under a name. */
export function KeyLine({ words, chosen, label, onLabel, onChoose, onCreate }: KeyLineProps) {
  return (
    <>
      {chosen !== undefined && (
        <div className="key-facts">
          <Facts
            facts={[
              { name: words.key, value: chosen.label },
              { name: words.fingerprint, value: <code>{chosen.fingerprint}</code> },
            ]}
          />
        </div>
      )}
      <div className="key-line">
        <Button onPress={onChoose}>{words.choose}</Button>
        <div className="key-new">
          <TextField label={words.label} limit={80} value={label} onText={onLabel} />
          <Button blocked={label.trim() === '' ? words.labelNeeded : undefined} onPress={onCreate}>
            {words.create}
          </Button>
        </div>
      </div>
    </>
  );
}
