import { SignerId } from '../../shared/bundle/statement.ts';

const germanLetters: Readonly<Record<string, string>> = {
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
};

/**
 * The name under which a key's owner signs: the key's label where that is one, as an address of mail is; otherwise the label
 * without what a signer's name may not hold, or `signer` where nothing is left.
 */
export function signerIdOf(label: string): string {
  if (SignerId.safeParse(label).success) return label;
  const plain = label
    .replace(/[ÄÖÜäöüß]/g, (letter) => germanLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._@+-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 100);
  return plain === '' ? 'signer' : plain;
}
