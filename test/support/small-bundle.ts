import { nodeCrypto } from '../../electron/node/crypto.ts';
import { signerFromSeed } from '../../electron/node/signer.ts';
import { utf8 } from '../../shared/base/bytes.ts';
import { signBundle } from '../../shared/bundle/approvals.ts';
import type { BundleContents } from '../../shared/bundle/bundle-contents.ts';
import { type SealedBundle, sealBundle } from '../../shared/bundle/seal.ts';
import { publicKeyLine } from '../../shared/bundle/ssh-key.ts';
import type { Role } from '../../shared/bundle/statement.ts';
import { parseTrust, type Trust, type TrustFile } from '../../shared/bundle/trust.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import type { Signer } from '../../shared/ports/crypto.ts';
import { type Product, productNames } from '../../shared/products/product.ts';
import type { TableRow } from '../../shared/products/table-row.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';

/** A recipe with everything filled in: all products, hourly, by age and gender, with totals, at least 20 persons, rounded to 10. */
export const smallRecipe: Recipe = {
  ...presets['swiss-like'],
  releaseDate: '2026-05-20',
  period: { from: '2026-05-04', to: '2026-05-10' },
  products: [...productNames],
  levels: [1],
  totals: true,
  ageBreaks: [18, 30],
  byGender: true,
  roundingBase: 10,
  suppressedGroups: 'list',
};

type Place = Omit<TableRow, 'ageBand' | 'gender' | 'persons' | 'status'>;

/** Four groups of a place: women of 18 to 29, a suppressed group of boys, all women, and everybody. */
function groupsAt(place: Place, persons: number): readonly TableRow[] {
  return [
    { ...place, ageBand: '18-29', gender: 'female', persons, status: 'published' },
    { ...place, ageBand: '0-17', gender: 'male', status: 'suppressed' },
    { ...place, ageBand: 'all', gender: 'female', persons, status: 'published' },
    { ...place, ageBand: 'all', gender: 'all', persons: persons + 20, status: 'published' },
  ];
}

function startAt(hour: number): Pick<TableRow, 'start' | 'startLocal'> {
  return {
    start: `2026-05-04T${hour}:00:00Z`,
    startLocal: `2026-05-04T${hour + 2}:00:00+02:00`,
  };
}

/** Zone b2 before a1 and 16:00 before 15:00, out of the order of the table. */
export const smallRows: readonly TableRow[] = ['b2', 'a1'].flatMap((zoneId) =>
  [16, 15].flatMap((hour) => groupsAt({ zoneId, ...startAt(hour) }, 20 + hour * 10)),
);

/** A few groups of each product. */
export const smallTables: Readonly<Record<Product, readonly TableRow[]>> = {
  footfall: smallRows,
  dwell: [
    ...groupsAt({ zoneId: 'b2', ...startAt(14), band: '5-15' }, 210),
    ...groupsAt({ zoneId: 'region', ...startAt(14), band: '5-15' }, 230),
    ...groupsAt({ zoneId: 'region', ...startAt(14), band: 'all' }, 250),
  ],
  frequency: [
    ...groupsAt({ zoneId: 'a1', band: '2-3' }, 310),
    ...groupsAt({ zoneId: 'a1', band: 'all' }, 340),
  ],
  flows: [
    ...groupsAt({ zoneId: 'b2', destinationId: 'a1', ...startAt(14) }, 410),
    ...groupsAt({ zoneId: 'a1', destinationId: 'b2', ...startAt(14) }, 440),
  ],
  catchment: [
    ...groupsAt({ zoneId: 'a1', homeId: 'a1' }, 510),
    ...groupsAt({ zoneId: 'a1', homeId: 'unknown' }, 530),
    ...groupsAt({ zoneId: 'a1', homeId: 'all' }, 1060),
  ],
};

/** The tables of a recipe with `rows` in place of some. */
export function tablesOf(
  recipe: Recipe,
  rows: Partial<Readonly<Record<Product, readonly TableRow[]>>> = {},
): BundleContents['tables'] {
  return recipe.products.map((product) => ({ product, rows: rows[product] ?? smallTables[product] }));
}

/** A square of `size` degrees with its lower left corner at `lon`, 51.3. */
function square(lon: number, size: number): readonly (readonly [number, number])[] {
  return [
    [lon, 51.3],
    [lon + size, 51.3],
    [lon + size, 51.3 + size],
    [lon, 51.3 + size],
    [lon, 51.3],
  ];
}

/** Contents of a bundle that keeps every rule; `change` replaces parts. */
export function smallContents(change: Partial<BundleContents> = {}): BundleContents {
  return {
    recipe: smallRecipe,
    policy: builtInPolicies.default,
    organisation: 'Beispielnetz GmbH, Köln',
    tables: tablesOf(change.recipe ?? smallRecipe),
    zones: {
      type: 'FeatureCollection',
      features: [
        {
          properties: { zone_id: 'b2', name: 'Mitte, "Süd"', level: 0, parent: 'region' },
          geometry: { type: 'Polygon', coordinates: [square(12.345678901, 0.01)] },
        },
        { properties: { zone_id: 'a1' }, geometry: { type: 'Polygon', coordinates: [square(12.31, 0.01)] } },
        {
          properties: { zone_id: 'region', level: 1 },
          geometry: { type: 'Polygon', coordinates: [square(12.3, 0.1)] },
        },
      ],
    },
    evidence: { rowsRead: 100, dropped: { 'bad-time': 2 } },
    software: { name: 'freigabe', version: '0.1.0', commit: '0000000' },
    ...change,
  };
}

/** A signer whose key is always the same one for the same name. */
export function testSigner(name: string): Signer {
  return signerFromSeed(nodeCrypto.sha256(utf8(`test key of ${name}`)));
}

/** Who signs in tests: name, roles. */
export const people: readonly { readonly id: string; readonly roles: readonly Role[] }[] = [
  { id: 'petra@example.org', roles: ['preparer'] },
  { id: 'otto@example.org', roles: ['privacy-officer'] },
  { id: 'sina@example.org', roles: ['second-signer', 'privacy-officer'] },
];

/** A trust file that knows `people`, each under the key of their name. */
export function trustFile(change: Partial<TrustFile> = {}): TrustFile {
  return {
    v: 1,
    signers: people.map(({ id, roles }) => ({
      id,
      person: `person of ${id}`,
      roles: [...roles],
      key: publicKeyLine(testSigner(id).publicKey, id),
    })),
    ...change,
  };
}

/** `trustFile` as the verifier takes it. */
export function smallTrust(change: Partial<TrustFile> = {}): Trust {
  return parseTrust(utf8(JSON.stringify(trustFile(change))));
}

/** One step of signing: who, as what, with whose key (their own unless given). */
export interface Step {
  readonly id: string;
  readonly role: Role;
  readonly key?: string;
}

export const threeSteps: readonly Step[] = [
  { id: 'petra@example.org', role: 'preparer' },
  { id: 'otto@example.org', role: 'privacy-officer' },
  { id: 'sina@example.org', role: 'second-signer' },
];

/** `sealed`, signed step by step. */
export async function signSteps(
  sealed: SealedBundle,
  steps: readonly Step[] = threeSteps,
): Promise<Uint8Array> {
  let bytes = sealed.bytes;
  for (const { id, role, key = id } of steps) {
    const request = { role, signer: id, claimedTime: '2026-05-21T10:00:00Z' };
    // oxlint-disable-next-line no-await-in-loop -- each signature is over the one before
    bytes = await signBundle(bytes, request, testSigner(key), nodeCrypto);
  }
  return bytes;
}

/** The small bundle with the signatures of `steps`. */
export async function smallRelease(
  change: Partial<BundleContents> = {},
  steps = threeSteps,
): Promise<Uint8Array> {
  return signSteps(sealBundle(smallContents(change), nodeCrypto), steps);
}
