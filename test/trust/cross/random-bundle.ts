import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { signBundle } from '../../../shared/bundle/approvals.ts';
import type { BundleContents } from '../../../shared/bundle/bundle-contents.ts';
import { sealBundle } from '../../../shared/bundle/seal.ts';
import { Confirmation } from '../../../shared/bundle/statement.ts';
import type { TrustFile } from '../../../shared/bundle/trust.ts';
import { nextPlace } from '../../../shared/ledger/leaves.ts';
import type { LedgerLeaf } from '../../../shared/checkpoint/ledger-leaf.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { productNames } from '../../../shared/products/product.ts';
import type { TableRow } from '../../../shared/products/table-row.ts';
import { type LedgerOf, ledgerSigner, withLedger } from '../../support/ledger-publisher.ts';
import {
  smallContents,
  smallRecipe,
  smallTables,
  testSigner,
  threeSteps,
  trustFile,
} from '../../support/small-bundle.ts';
import { drawn } from '../bundle/drawn.ts';

/** A bundle that keeps every rule, and what its reader must hold. */
export interface RandomBundle {
  readonly bytes: Uint8Array;
  readonly releaseId: string;
  readonly trust: TrustFile;
  /** The key of its ledger, where it has one. */
  readonly ledger: LedgerOf | undefined;
}

type Draw = (below: number) => number;

/** Tables, zones, rounding, texts, policy, signers and ledger are drawn from `seed`. */
export async function randomBundle(seed: number): Promise<RandomBundle> {
  const next = drawn(seed);
  const draw: Draw = (below) => next() % below;
  const ledger = draw(2) === 0 ? undefined : ledgerOf(draw);
  const place = ledger && { ledger: nextPlace(ledger.origin, ledger.leaves, nodeCrypto) };
  const { contents, approvals } = contentsOf(draw);
  const sealed = sealBundle({ ...contents, ...place }, nodeCrypto);
  const { releaseDigest, releaseId } = sealed;
  let { bytes } = sealed;
  for (const step of stepsOf(approvals, contents.policy.solo)) {
    const request = {
      role: step.role,
      signer: step.id,
      claimedTime: `2026-05-2${draw(10)}T1${draw(10)}:00:00Z`,
      comment: ['', 'gelesen, „geprüft“', 'a "quoted" \\ comment\nof two lines', '😀 \u0007'][draw(4)] ?? '',
      confirmed: Confirmation.options.filter(() => draw(2) === 0),
      ...(draw(2) === 0 ? {} : { auditHead: releaseDigest }),
    };
    bytes = await signBundle(bytes, request, testSigner(step.id), nodeCrypto);
  }
  const trust = trustFile(
    contents.policy.solo ? { signers: trustFile().signers.map(everyRole) } : { minimumApprovals: approvals },
  );
  if (ledger === undefined) return { bytes, releaseId, trust, ledger };
  const sequence = ledger.leaves.length;
  const leaf = { kind: 'release', releaseDigest, releaseId, sequence } as const;
  const longer = { ...ledger, leaves: [...ledger.leaves, leaf] };
  return { bytes: await withLedger(bytes, longer), releaseId, trust, ledger: longer };
}

/** A ledger that up to nine releases and withdrawals stand in already. */
function ledgerOf(draw: Draw): LedgerOf {
  const leaves = Array.from({ length: draw(10) }, (_, sequence): LedgerLeaf => {
    const digits = toHex(Uint8Array.from({ length: 4 }, () => draw(256)));
    const kind = draw(4) === 0 ? 'withdrawal' : 'release';
    return { kind, releaseDigest: digits.repeat(8), releaseId: `freigabe-2026-01-01-${digits}`, sequence };
  });
  return { origin: `publisher.example/${draw(1000)}`, signer: ledgerSigner(draw(200)), leaves };
}

function contentsOf(draw: Draw): { readonly contents: BundleContents; readonly approvals: number } {
  const [one = 'footfall'] = productNames.slice(draw(productNames.length));
  const products = productNames.filter((product) => product === one || draw(2) === 0);
  const byPeople = draw(2) === 0;
  const recipe = {
    ...smallRecipe,
    title: ['Footfall', 'Besucherströme „Süd“', 'Zahlen, mit Komma', 'A\\B "C"'][draw(4)] ?? '',
    products,
    roundingBase: [1, 2, 5, 10][draw(4)] ?? 10,
    ...(byPeople ? {} : { ageBreaks: [], byGender: false }),
  };
  const tables = products.map((product) => ({
    product,
    rows: byPeople ? smallTables[product] : smallTables[product].flatMap(everybody),
  }));
  const approvals = draw(3);
  const solo = draw(4) === 0;
  const policy = solo ? builtInPolicies.solo : { ...builtInPolicies.default, approvals };
  const change = {
    recipe,
    tables,
    policy,
    zones: zonesOf(draw),
    evidence: { drawn: [draw(1e6), '\u2028 ü'] },
  };
  const organisation = ['Beispielnetz GmbH, Köln', "O'Neil & Söhne", 'Net: "A"'][draw(3)] ?? '';
  return { contents: smallContents({ ...change, organisation }), approvals };
}

/** The row without age and gender where it stands for everybody. */
function everybody({ ageBand, gender, ...row }: TableRow): readonly TableRow[] {
  return ageBand === 'all' && gender === 'all' ? [row] : [];
}

/** The zones of the small bundle and up to twenty that no table names. */
function zonesOf(draw: Draw): BundleContents['zones'] {
  const { zones } = smallContents();
  const more = Array.from({ length: draw(20) }, (_, i) => {
    const [west, south] = [draw(3000) / 97, 40 + draw(2000) / 89];
    const corners = [
      [west, south],
      [west + 0.01, south],
      [west, south + 0.01],
      [west, south],
    ] as const;
    return {
      properties: { zone_id: `extra${i}`, name: `Zone ${i}, „ß“` },
      geometry: { type: 'Polygon' as const, coordinates: [corners] },
    };
  });
  return { ...zones, features: [...zones.features, ...more] };
}

function stepsOf(approvals: number, solo: boolean): typeof threeSteps {
  const [preparer] = threeSteps;
  if (preparer === undefined || !solo) return threeSteps.slice(0, 1 + approvals);
  return [preparer, { ...preparer, role: 'privacy-officer' }];
}

function everyRole(signer: TrustFile['signers'][number]): TrustFile['signers'][number] {
  return { ...signer, roles: ['preparer', 'privacy-officer', 'second-signer'] };
}
