import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/base/bytes.ts';
import { readInstant } from '../../../shared/bundle/instant.ts';
import { publicKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { isSoundPublicKey } from '../../../shared/bundle/ssh-sound-key.ts';
import { parseTrust, type Trust } from '../../../shared/bundle/trust.ts';
import { testSigner, trustFile } from '../../support/small-bundle.ts';

const key = publicKeyLine(testSigner('a').publicKey, 'a comment');
const parse = (text: string): Trust => parseTrust(utf8(text));

describe('an allowed_signers file', () => {
  it('gives its signers any role, and passes over lines for other purposes', () => {
    const trust = parse(
      [
        '# who may sign',
        '',
        `a@example.org,b@example.org ${key}`,
        `c@example.org namespaces="git,freigabe.approval.v1" ${publicKeyLine(testSigner('c').publicKey, '')}`,
        `d@example.org namespaces="git" ${publicKeyLine(testSigner('d').publicKey, '')}`,
        'e@example.org ssh-rsa AAAA',
      ].join('\n'),
    );
    expect(trust.signers.map(({ ids }) => ids)).toEqual([
      ['a@example.org', 'b@example.org'],
      ['c@example.org'],
    ]);
    expect(trust.signers[0]?.roles).toEqual(['preparer', 'privacy-officer', 'second-signer']);
  });

  it.each([
    ['a pattern', `*@example.org ${key}`],
    ['an authority', `a@example.org cert-authority ${key}`],
    ['a date', `a@example.org valid-after="20260101" ${key}`],
    ['no key', 'a@example.org'],
    ['a broken key', 'a@example.org ssh-ed25519 AAAA'],
    ['a broken key of a security key', 'a@example.org sk-ssh-ed25519@openssh.com AAAA'],
    ['a broken P-256 key', 'a@example.org ecdsa-sha2-nistp256 AAAA'],
    ['a key twice', `a@example.org ${key}\nb@example.org ${key}`],
  ])('is refused with %s', (_name, text) => {
    expect(() => parse(text)).toThrow(/trust list/);
  });
});

describe('a trust.json', () => {
  const [signer] = trustFile().signers;
  if (signer === undefined) throw new Error('no signer');

  it.each<[string, unknown]>([
    ['another version', { ...trustFile(), v: 2 }],
    ['an unknown field', { ...trustFile(), threshold: 1 }],
    ['a key twice', trustFile({ signers: [signer, { ...signer, id: 'other' }] })],
    ['no role', trustFile({ signers: [{ ...signer, roles: [] }] })],
    ['a key of another type', trustFile({ signers: [{ ...signer, key: 'ssh-rsa AAAA' }] })],
    [
      'the identity as key',
      trustFile({
        signers: [{ ...signer, key: publicKeyLine(Uint8Array.of(1, ...Array<number>(31).fill(0)), '') }],
      }),
    ],
  ])('is refused with %s', (_name, file) => {
    expect(() => parse(JSON.stringify(file))).toThrow(/trust list/);
  });

  it('is refused with a key given twice', () => {
    expect(() => parse(JSON.stringify(trustFile()).replace('"v":1', '"v":1,"v":1'))).toThrow(/stands twice/);
  });
});

describe('public keys', () => {
  /** Points of small order (RFC 7748 section 7, Ed25519 form) and encodings that are not canonical. */
  const weak = [
    `01${'00'.repeat(31)}`,
    '00'.repeat(32),
    `ec${'ff'.repeat(30)}7f`,
    `${'00'.repeat(31)}80`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
    'ff'.repeat(32),
  ];
  it.each(weak)('%s is refused', (hex) => {
    expect(isSoundPublicKey(Buffer.from(hex, 'hex'))).toBe(false);
  });

  it('an ordinary one is taken', () => {
    expect(isSoundPublicKey(testSigner('a').publicKey)).toBe(true);
  });
});

describe('written times', () => {
  it.each([
    '1970-01-01T00:00:00Z',
    '2026-05-04T18:00:00+02:00',
    '2024-02-29T23:59:59-03:30',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ])('%s is the instant every calendar gives', (text) => {
    expect(readInstant(text)?.seconds).toBe(Date.parse(text) / 1000);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00-00:00',
    '2026-01-01T00:00:00.0Z',
  ])('%s is none', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});
