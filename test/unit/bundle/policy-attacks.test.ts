import { afterAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { asItShould, sealedAt, signedBy } from '../../support/listed-release.ts';
import { attacksOnApprovals } from '../../support/policy-attacks/approvals.ts';
import { type Attacks, pin, revoked, sealed, signers, trustIn } from '../../support/policy-attacks/attack.ts';
import { attacksOnPositions } from '../../support/policy-attacks/positions.ts';
import { attacksOnSignatures } from '../../support/policy-attacks/signatures.ts';
import { cardKey, fileKey, tokenKey } from '../../support/software-keys.ts';
import { untold } from '../../support/told-failures.ts';
import { listed } from '../../support/trust-lists.ts';
import { tellTrial } from '../../trust/trial.ts';

const [petra, otto, sina] = asItShould;
const attacks: Attacks = { ...attacksOnApprovals, ...attacksOnSignatures, ...attacksOnPositions };

async function codesOf(bytes: Uint8Array, trust: Trust | undefined): Promise<readonly string[]> {
  const report = await verifyBundle(bytes, trust, nodeCrypto);
  expect(untold(report)).toEqual([]);
  return report.checks.flatMap((check) => (check.ok ? [] : [check.code]));
}

describe('a release as a publisher’s list asks for it', () => {
  it.each<[string, () => Promise<Uint8Array>, Trust]>([
    ['by three files', () => signedBy(sealed), trustIn()],
    ['at the first position', () => signedBy(sealedAt(0)), trustIn({ revoked: [revoked('otto', 0)] })],
    [
      'at the last position before a key was revoked',
      () => signedBy(sealed),
      trustIn({ revoked: [revoked('otto', 5)] }),
    ],
    [
      'at both ends of the time of a key',
      () => signedBy(sealed),
      trustIn(
        signers(listed('otto', ['privacy-officer'], fileKey('otto'), { validFromSeq: 5, validToSeq: 5 })),
      ),
    ],
    [
      'by tokens with PIN, and a card',
      () => signedBy(sealed, [petra, { ...otto, by: tokenKey('otto') }, { ...sina, by: cardKey('sina') }]),
      trustIn(
        signers(
          listed('otto', ['privacy-officer'], tokenKey('otto')),
          listed('sina', ['second-signer'], cardKey('sina')),
        ),
      ),
    ],
    [
      'by touched tokens where the list asks for PIN',
      () =>
        signedBy(
          sealed,
          asItShould.map((one) => ({ ...one, by: tokenKey(one.id) })),
        ),
      trustIn({
        signers: asItShould.map(({ id, role }) => listed(id, [role], tokenKey(id))),
        policy: pin,
      }),
    ],
  ])('holds: %s', async (_name, bytes, trust) => {
    expect(await codesOf(await bytes(), trust)).toEqual([]);
  });
});

describe('attacks on who signed', () => {
  const names = Object.keys(attacks);
  const started = performance.now();
  let held = 0;

  it.each(names)('%s', async (name) => {
    const attack = attacks[name];
    if (attack === undefined) throw new Error(name);
    expect(await codesOf(await attack.bytes(), attack.trust ?? trustIn())).toEqual(attack.codes);
    held += 1;
  });

  afterAll(() => {
    const seconds = (performance.now() - started) / 1000;
    tellTrial({
      id: 'B7',
      what: 'attacks on who signed',
      trials: names.length,
      failed: names.length - held,
      seconds,
    });
  });
});
