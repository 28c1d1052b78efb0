import { SignerId } from '../../shared/bundle/statement.ts';

/**
 * The name under which a key's owner signs: the key's label where that is one, as an address of mail is; otherwise the label
 * without what a signer's name may not hold, or `signer` where nothing is left.
 */
export function signerIdOf(label: string): string {
  if (SignerId.safeParse(label).success) return label;
  const plain = label
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._@+-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 100);
  return plain === '' ? 'signer' : plain;
}
