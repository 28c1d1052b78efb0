import { Select } from './Select.tsx';

export interface SignerSelectProps {
  readonly label: string;
  /** What stands there while nobody is chosen. */
  readonly nobody: string;
  readonly signers: readonly { readonly person: string; readonly fingerprint: string }[];
  /** Fingerprint of the one chosen, empty for nobody. */
  readonly value: string;
  readonly onChoose: (fingerprint: string) => void;
}

/** Whose key it is, among people who are known. */
export function SignerSelect({ label, nobody, signers, value, onChoose }: SignerSelectProps) {
  return (
    <Select
      layout="stack"
      label={label}
      value={value}
      choices={[
        { value: '', text: nobody },
        ...signers.map(({ person, fingerprint }) => ({ value: fingerprint, text: person })),
      ]}
      onChoose={onChoose}
    />
  );
}
