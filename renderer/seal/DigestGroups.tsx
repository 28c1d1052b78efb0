import type { SealWords } from './seal-words.ts';

interface DigestGroupsProps {
  /** 64 hexadecimal digits. */
  readonly digest: string;
  readonly text: SealWords;
}

const groupStarts = [0, 8, 16, 24, 32, 40, 48, 56];

/** The digest in 8 groups of 8, to be compared by eye or voice. */
export function DigestGroups({ digest, text }: DigestGroupsProps) {
  return (
    <section className="digest" aria-labelledby="digest-name">
      <h2 id="digest-name">{text.digest}</h2>
      <ol>
        {groupStarts.map((at) => (
          <li key={at}>{digest.slice(at, at + 8)}</li>
        ))}
      </ol>
      <p className="hint">{text.digestHint}</p>
    </section>
  );
}
