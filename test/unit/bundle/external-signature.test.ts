import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { concatBytes } from '../../../shared/base/bytes.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { statementFor } from '../../../shared/bundle/approvals.ts';
import { demoSigner } from '../../../shared/bundle/demo-key.ts';
import { attachExternalSignature, readStatementFile } from '../../../shared/bundle/external-signature.ts';
import { ed25519Key } from '../../../shared/bundle/ssh-key.ts';
import { type Statement, statementBytes } from '../../../shared/bundle/statement.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { trivialFor, weakKeys } from '../../support/forged-signatures.ts';
import { asItShould, sealedAt, signedBy } from '../../support/listed-release.ts';
import {
  cardKey,
  fileKey,
  signatureBy,
  type SoftwareKey,
  tokenKey,
  type Unusual,
} from '../../support/software-keys.ts';
import { toldFailure } from '../../support/told-failures.ts';
import { listed, now, trustList } from '../../support/trust-lists.ts';
import { trustOfLists } from '../../../shared/bundle/trust-of-lists.ts';

const [petra, otto] = asItShould;
const sealed = sealedAt();
const prepared = await signedBy(sealed, [petra]);
const request = { role: otto.role, signer: otto.id, claimedTime: '2026-05-21T10:00:00Z' };
const statement = statementFor(prepared, { ...request, comment: 'looked at it all' }, nodeCrypto);

function refusal(of: Statement, signature: Uint8Array): string {
  try {
    attachExternalSignature(prepared, of, signature, nodeCrypto);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(toldFailure(error.failure)).not.toBe(error.failure.message);
    return error.failure.code;
  }
  return '';
}

const by = (key: SoftwareKey, unusual: Unusual = {}): Promise<Uint8Array> =>
  signatureBy(key, statementBytes(statement), unusual);

describe('a signature made elsewhere', () => {
  it.each([fileKey('otto'), tokenKey('otto'), cardKey('otto')])(
    'is attached and counts: $key.type',
    async (made) => {
      const { bundle, key } = attachExternalSignature(prepared, statement, await by(made), nodeCrypto);
      expect(key).toEqual(made.key);
      const policy = { ...trustList().policy, threshold: 1, roles: [] };
      const signers = [listed('petra', ['preparer']), listed('otto', ['privacy-officer'], made)];
      const trust = trustOfLists([trustList({ policy, signers })], now);
      const report = await verifyBundle(bundle, trust, nodeCrypto);
      expect(report.signatures.map(({ known }) => known)).toEqual([true, true]);
      expect(report.outcome).toBe('prepared');
    },
  );

  it('is refused for exactly what is wrong with it', async () => {
    const good = await by(fileKey('otto'));
    const demo = { key: ed25519Key(demoSigner.publicKey), sign: demoSigner.sign };
    const later = statementFor(prepared, request, nodeCrypto);
    const weak = trivialFor(weakKeys['the identity'] ?? new Uint8Array());
    expect(
      [
        concatBytes([good, Uint8Array.of(10)]),
        await by(fileKey('otto'), { namespace: 'file' }),
        await by(demo),
        weak,
        await signatureBy(fileKey('otto'), statementBytes(later)),
        await by(tokenKey('otto'), { touch: { flags: 4, counter: 1 } }),
      ].map((signature) => refusal(statement, signature)),
    ).toEqual([
      'signature-unreadable',
      'signature-namespace',
      'signature-key',
      'signature-key',
      'signature-unfit',
      'signature-untouched',
    ]);
  });

  it('is not attached to a bundle its statement is not next in', async () => {
    const signature = await by(fileKey('otto'));
    const { predicate } = statement;
    const others: readonly Statement[] = [
      { ...statement, predicate: { ...predicate, seq: 3 } },
      { ...statement, predicate: { ...predicate, decision: 'reject' } },
      { ...statement, predicate: { ...predicate, previousApproval: null } },
      { ...statement, predicate: { ...predicate, releaseId: 'freigabe-2026-01-01-00000000' } },
      statementFor(await signedBy(sealed, [petra, otto]), { ...request, role: 'second-signer' }, nodeCrypto),
      statementFor(await signedBy(sealedAt(3), [petra]), request, nodeCrypto),
    ];
    expect(others.map((other) => refusal(other, signature))).toEqual(others.map(() => 'statement-stale'));
    expect(refusal({ ...statement, predicate: { ...predicate, role: 'preparer' } }, signature)).toBe(
      'signing-order',
    );
  });

  it('comes with a statement in its one form', () => {
    const bytes = statementBytes(statement);
    expect(readStatementFile(bytes)).toEqual(statement);
    expect(() => readStatementFile(concatBytes([bytes, Uint8Array.of(10)]))).toThrow(/no statement/);
    expect(() => readStatementFile(new Uint8Array())).toThrow(/no statement/);
  });
});
