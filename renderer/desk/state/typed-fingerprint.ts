/** A fingerprint as it is typed: 64 hexadecimal digits, in groups or not. */
export type TypedFingerprint =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly character: string }
  /** `odd`: the first group, counted from 1, that was closed without having 8 digits. */
  | {
      readonly kind: 'short';
      readonly missing: number;
      readonly odd?: { readonly group: number; readonly length: number };
    }
  | { readonly kind: 'long'; readonly surplus: number }
  | { readonly kind: 'whole'; readonly digits: string };

const whole = 64;
const group = 8;

/** What is typed so far of a fingerprint. Whether it is the right one only the list can tell. */
export function typedFingerprint(text: string): TypedFingerprint {
  const groups = text.split(/\s+/u).filter((part) => part !== '');
  const digits = groups.join('').toLowerCase();
  const character = /[^0-9a-f]/u.exec(digits)?.[0];
  if (digits === '') return { kind: 'empty' };
  if (character !== undefined) return { kind: 'wrong', character };
  if (digits.length > whole) return { kind: 'long', surplus: digits.length - whole };
  if (digits.length === whole) return { kind: 'whole', digits };
  const closed = groups.slice(0, -1);
  const at = closed.findIndex((part) => part.length !== group);
  const odd = closed[at];
  const missing = whole - digits.length;
  return odd === undefined
    ? { kind: 'short', missing }
    : { kind: 'short', missing, odd: { group: at + 1, length: odd.length } };
}
