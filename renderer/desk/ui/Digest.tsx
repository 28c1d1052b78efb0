import './ui.css';

/** A digest in groups of eight characters, on one line or on two of four groups each, so that it can be read aloud. */
export function Digest({ hex }: { readonly hex: string }) {
  const groups = hex.match(/.{8}/g) ?? [hex];
  return (
    <code className="digest-code">
      <span>{groups.slice(0, 4).join(' ')}</span> <span>{groups.slice(4).join(' ')}</span>
    </code>
  );
}
