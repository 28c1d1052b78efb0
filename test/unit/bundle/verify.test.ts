import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { fromUtf8, utf8 } from '../../../shared/base/bytes.ts';
import { demoSigner, demoSignerId } from '../../../shared/bundle/demo-key.ts';
import type { ErrorCode } from '../../../shared/bundle/error-codes.ts';
import { signBundle } from '../../../shared/bundle/approvals.ts';
import type { Particular } from '../../../shared/bundle/particular.ts';
import type { CheckId, VerificationReport } from '../../../shared/bundle/report.ts';
import { sealBundle } from '../../../shared/bundle/seal.ts';
import { writeTableParquet } from '../../../shared/bundle/table-parquet.ts';
import { byPrimaryKey, columnsOf } from '../../../shared/bundle/table-columns.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import {
  signSteps,
  smallContents,
  smallRecipe,
  smallRelease,
  smallTables,
  smallTrust,
  tablesOf,
  testSigner,
  threeSteps,
  trustFile,
} from '../../support/small-bundle.ts';
import { untold } from '../../support/told-failures.ts';
import { editText, filesOf, repacked, resealed } from '../../support/tampered-bundle.ts';

const table = 'data/tables/footfall.csv';
const first = 'approvals/01-preparer.json';
async function verify(bytes: Uint8Array, trust = smallTrust()): Promise<VerificationReport> {
  const report = await verifyBundle(bytes, trust, nodeCrypto);
  expect(untold(report)).toEqual([]);
  return report;
}

async function codesOf(bytes: Uint8Array, trust = smallTrust()): Promise<readonly (ErrorCode | undefined)[]> {
  const { checks } = await verify(bytes, trust);
  return checks.filter(({ ok }) => !ok).map(({ code }) => code);
}

async function particularsOf(
  id: CheckId,
  edit: (files: Map<string, Uint8Array>) => void,
): Promise<readonly Particular[]> {
  const { checks } = await verify(await resealed(await smallRelease(), edit));
  return checks.flatMap((check) => (!check.ok && check.id === id ? check.particulars : []));
}

describe('a bundle as it should be', () => {
  it('is a release, and shows what it holds', async () => {
    const report = await verify(await smallRelease());
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.outcome).toBe('release');
    expect(report.contents?.tables.map(({ product }) => product)).toEqual(smallRecipe.products);
    for (const { product, rows } of report.contents?.tables ?? [])
      expect(rows).toEqual(smallTables[product].toSorted(byPrimaryKey));
    expect(report.contents?.recipe).toEqual(smallRecipe);
    expect(report.contents?.evidence).toEqual(smallContents().evidence);
    expect(report.signatures.map(({ known }) => known)).toEqual([true, true, true]);
  });

  it('is the same release when it comes in a Buffer, as Node reads files', async () => {
    expect((await verify(Buffer.from(await smallRelease()))).outcome).toBe('release');
  });

  it('is only prepared while approvals are missing', async () => {
    const report = await verify(await smallRelease({}, threeSteps.slice(0, 2)));
    expect(report.outcome).toBe('prepared');
    expect(report.checks.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['E_APPROVALS']);
  });

  it('is not accepted from nobody, and not by a reader without a trust list', async () => {
    const { bytes } = sealBundle(smallContents(), nodeCrypto);
    expect(await codesOf(bytes)).toEqual(['E_UNSIGNED', 'E_APPROVALS']);
    const report = await verifyBundle(await smallRelease(), undefined, nodeCrypto);
    expect(untold(report)).toEqual([]);
    expect(report.outcome).toBe('rejected');
    expect(report.checks.find(({ ok }) => !ok)?.code).toBe('E_UNKNOWN_KEY');
    expect(report.contents).toBeDefined();
  });
});

describe('changes without a key', () => {
  it.each<[string, ErrorCode[], (files: Map<string, Uint8Array>) => void]>([
    ['a changed figure', ['E_DIGEST'], editText(table, (text) => text.replace(',180,', ',190,'))],
    [
      'a changed manifest',
      ['E_MANIFEST', 'E_DIGEST'],
      editText('manifest-sha256.txt', (text) => text.replace('  ', ' *')),
    ],
    ['a file added', ['E_EXTRA_FILE'], (files) => void files.set('data/more.txt', utf8('x'))],
    ['a file taken out', ['E_MISSING_FILE'], (files) => void files.delete('data/tables/zones.csv')],
    ['a statement changed', ['E_STATEMENT'], editText(first, (text) => text.replace('{', '{ '))],
    [
      'a claimed time changed',
      ['E_CHAIN', 'E_SIGNATURE'],
      editText(first, (text) => text.replace('T10', 'T11')),
    ],
    [
      'a signature changed',
      ['E_CHAIN', 'E_SIGNATURE'],
      editText(`${first}.sig`, (text) => text.replace('U1NI', 'U1NJ')),
    ],
    ['a signature taken out', ['E_CHAIN', 'E_STATEMENT'], (files) => void files.delete(`${first}.sig`)],
    [
      'the first approval taken out',
      ['E_STATEMENT'],
      (files) => ['', '.sig'].forEach((end) => files.delete(`approvals/02-privacy-officer.json${end}`)),
    ],
  ])('%s is found', async (_name, expected, edit) => {
    const codes = await codesOf(repacked(await smallRelease(), edit));
    expect(codes).toEqual(expect.arrayContaining(expected));
  });

  it('finds a statement of another release', async () => {
    const [mine, other] = [await smallRelease(), await smallRelease({ organisation: 'Andere' })];
    const moved = repacked(mine, (files) => {
      repacked(other, (others) => {
        for (const [path, data] of others) if (path.startsWith('approvals/')) files.set(path, data);
      });
    });
    expect(await codesOf(moved)).toContain('E_SUBJECT');
  });
});

describe('a dishonest publisher with all keys', () => {
  it.each<[string, ErrorCode, (files: Map<string, Uint8Array>) => void]>([
    ['a figure below the minimum', 'E_RECIPE', editText(table, (text) => text.replace(',180,', ',10,'))],
    ['a figure that is not rounded', 'E_RECIPE', editText(table, (text) => text.replace(',180,', ',181,'))],
    [
      'an age band the recipe lacks',
      'E_RECIPE',
      editText(table, (text) => text.replaceAll('18-29', '18-24')),
    ],
    [
      'a time outside the period',
      'E_RECIPE',
      editText(table, (text) => text.replaceAll('2026-05-04', '2026-06-04')),
    ],
    ['a time between bins', 'E_RECIPE', editText(table, (text) => text.replaceAll(':00:00', ':30:00'))],
    [
      'another recipe',
      'E_RECIPE',
      editText('data/recipe/recipe.json', (text) => text.replace('"byGender":true', '"byGender":false')),
    ],
    ['rows in another order', 'E_TABLE', editText(table, (text) => text.replaceAll('a1,', 'x1,'))],
    ['local times that differ', 'E_TABLE', editText(table, (text) => text.replaceAll('+02:00', '+01:00'))],
    ['a quoted cell', 'E_TABLE', editText(table, (text) => text.replace(',180,', ',"180",'))],
    ['a leading zero', 'E_TABLE', editText(table, (text) => text.replace(',180,', ',0180,'))],
    ['an unknown zone', 'E_ZONES', editText(table, (text) => text.replaceAll('a1,', 'a0,'))],
    [
      'a recipe below the policy',
      'E_POLICY',
      editText('data/recipe/policy.json', (text) =>
        text.replace('"minimumPersons":5', '"minimumPersons":50'),
      ),
    ],
    [
      'a promise that is not kept',
      'E_EVIDENCE',
      editText('data/evidence/evidence.json', (text) => text.replace('persons >= 20', 'persons >= 30')),
    ],
    [
      'another organisation in the bag',
      'E_RELEASE',
      editText('bag-info.txt', (text) => text.replace('Beispielnetz', 'Anderes')),
    ],
    [
      'an unknown parameter',
      'E_SCHEMA',
      editText('data/recipe/recipe.json', (text) => text.replace('"byGender"', '"aaa":1,"byGender"')),
    ],
    [
      'a Parquet table that differs',
      'E_PARQUET',
      (files) => {
        const rows = smallTables.footfall
          .toSorted(byPrimaryKey)
          .map((row) => Object.assign({}, row, row.persons === undefined ? {} : { persons: 500 }));
        files.set(
          'data/tables/footfall.parquet',
          writeTableParquet(rows, columnsOf(smallRecipe, 'footfall')),
        );
      },
    ],
    [
      'a Parquet table that is none',
      'E_PARQUET',
      (files) => void files.set('data/tables/footfall.parquet', utf8('PAR1')),
    ],
  ])('%s is found', async (_name, expected, edit) => {
    expect(await codesOf(await resealed(await smallRelease(), edit))).toContain(expected);
  });
});

describe('what exactly is the matter', () => {
  it('names the line of the table', async () => {
    const edit = editText(table, (text) => text.replace(',180,', ',10,'));
    const [fault] = await particularsOf('recipe', edit);
    expect(fault).toMatchObject({ what: 'figure-too-small', values: { persons: 10, smallest: 20 } });
    const text = fromUtf8(filesOf(await resealed(await smallRelease(), edit)).get(table) ?? new Uint8Array());
    const told = text?.split('\n')[(fault?.place?.line ?? 0) - 1];
    expect(fault?.place?.path).toBe(table);
    expect(told).toContain(',10,');
  });

  it('names the entry of a file that has another form', async () => {
    const edit = editText('data/recipe/recipe.json', (text) =>
      text.replace('"byGender":true', '"byGender":1'),
    );
    expect(await particularsOf('schemas', edit)).toEqual([
      {
        what: 'field-not-boolean',
        values: {},
        place: { path: 'data/recipe/recipe.json', field: 'byGender' },
      },
    ]);
  });

  it('names the files that were changed, and those that were added', async () => {
    const { checks } = await verify(
      repacked(await smallRelease(), (files) => {
        editText(table, (text) => text.replace(',180,', ',190,'))(files);
        files.set('data/more.txt', utf8('x'));
      }),
    );
    expect(checks.flatMap((check) => (check.ok ? [] : check.particulars))).toEqual([
      { what: 'files-extra', values: { paths: 'data/more.txt' } },
      { what: 'files-changed', values: { paths: table } },
    ]);
  });
});

describe('who may sign', () => {
  const [preparer, officer, second] = threeSteps;
  if (preparer === undefined || officer === undefined || second === undefined) throw new Error('three steps');

  it.each([
    [
      'one key twice',
      [preparer, officer, { ...officer, role: 'second-signer' as const }],
      ['E_ROLE', 'E_APPROVALS'],
    ],
    [
      'the preparer approving',
      [preparer, { ...preparer, role: 'privacy-officer' as const }, second],
      ['E_ROLE', 'E_APPROVALS'],
    ],
    [
      'a role the list does not give',
      [preparer, { ...officer, role: 'second-signer' as const }, second],
      ['E_ROLE', 'E_APPROVALS'],
    ],
    [
      "another signer's name",
      [preparer, { ...officer, key: 'sina@example.org' }, second],
      ['E_SIGNER', 'E_APPROVALS'],
    ],
    ['a stranger', [preparer, { ...officer, key: 'stranger' }, second], ['E_UNKNOWN_KEY', 'E_APPROVALS']],
  ])('%s does not make a release', async (_name, steps, expected) => {
    expect(await codesOf(await smallRelease({}, steps))).toEqual(expected);
  });

  it('counts persons, not keys', async () => {
    const signers = trustFile().signers.map(({ id, roles, key }) => ({
      id,
      roles,
      key,
      person: id.startsWith('petra') ? 'A' : 'B',
    }));
    const report = await verify(await smallRelease(), smallTrust({ signers }));
    expect(report.outcome).toBe('prepared');
  });

  it("lets the reader's list raise the bar, never the bundle lower it", async () => {
    expect((await verify(await smallRelease(), smallTrust({ minimumApprovals: 3 }))).outcome).toBe(
      'prepared',
    );
    const low = { ...builtInPolicies.default, approvals: 0 };
    expect(
      (await verify(await smallRelease({ policy: low }, [preparer]), smallTrust({ minimumApprovals: 1 })))
        .outcome,
    ).toBe('prepared');
  });

  it('accepts trips of flows, and a policy that withholds their rules', async () => {
    const recipe = { ...smallRecipe, trips: true };
    const flows = smallTables.flows.map((row) =>
      row.ageBand === 'all' && row.gender === 'all' ? { ...row, trips: 900 } : row,
    );
    const report = await verify(await smallRelease({ recipe, tables: tablesOf(recipe, { flows }) }));
    expect(report.outcome).toBe('release');
    expect(report.contents?.policy).toMatchObject({ concentration: 'withheld', withheld: ['concentration'] });
    const told = report.contents?.tables.find(({ product }) => product === 'flows');
    expect(told?.rows.filter(({ trips }) => trips === 900)).toHaveLength(2);
  });

  it('lets one person do both under a solo policy, and says so', async () => {
    const signers = trustFile().signers.map(({ id, person, key }) => ({
      id,
      person,
      key,
      roles: ['preparer' as const, 'privacy-officer' as const],
    }));
    const steps = [preparer, { ...preparer, role: 'privacy-officer' as const }];
    const solo = await verify(
      await smallRelease({ policy: builtInPolicies.solo }, steps),
      smallTrust({ signers }),
    );
    expect(solo).toMatchObject({ outcome: 'release', solo: true });
    const notSolo = await verify(
      await smallRelease({ policy: { ...builtInPolicies.solo, solo: false } }, steps),
      smallTrust({ signers }),
    );
    expect(notSolo).toMatchObject({ outcome: 'prepared', solo: true });
  });
});

describe('demo', () => {
  const request = { role: 'preparer' as const, signer: demoSignerId, claimedTime: '2026-05-21T10:00:00Z' };

  it('verifies as DEMO only, with a trust list or without', async () => {
    const { bytes } = sealBundle(smallContents({ policy: builtInPolicies.demo }), nodeCrypto);
    const signed = await signBundle(bytes, request, demoSigner, nodeCrypto);
    expect(await verifyBundle(signed, undefined, nodeCrypto)).toMatchObject({ outcome: 'demo', demo: true });
    expect((await verify(signed, smallTrust({ minimumApprovals: 2 }))).outcome).toBe('demo');
  });

  it('is refused under any other policy, and the demo policy with any other key', async () => {
    const { bytes } = sealBundle(
      smallContents({ policy: { ...builtInPolicies.solo, approvals: 0 } }),
      nodeCrypto,
    );
    expect(await codesOf(await signBundle(bytes, request, demoSigner, nodeCrypto))).toEqual(['E_DEMO']);
    const sealed = sealBundle(smallContents({ policy: builtInPolicies.demo }), nodeCrypto);
    expect(await codesOf(await signSteps(sealed, threeSteps.slice(0, 1)))).toEqual(['E_DEMO']);
  });

  it('has a key no trust list may hold', () => {
    const [signer] = trustFile().signers;
    if (signer === undefined) throw new Error('no signer');
    const key =
      'ssh-ed25519 ' +
      Buffer.concat([
        Buffer.from([0, 0, 0, 11]),
        Buffer.from('ssh-ed25519'),
        Buffer.from([0, 0, 0, 32]),
        demoSigner.publicKey,
      ]).toString('base64');
    expect(() => smallTrust({ signers: [{ ...signer, key }] })).toThrow(/demo key/);
    expect(testSigner('x').publicKey).not.toEqual(demoSigner.publicKey);
  });
});
