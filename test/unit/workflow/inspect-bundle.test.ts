import { expect, it } from 'vitest';
import { particular } from '../../../shared/bundle/particular.ts';
import type { OpenedBundle, SeenSignature, VerificationReport } from '../../../shared/bundle/report.ts';
import { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { TableRow } from '../../../shared/products/table-row.ts';
import { inspectBundle } from '../../../shared/workflow/inspect-bundle.ts';
import { allHomes, unknownHome } from '../../../shared/ipc/candidate.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const recipe: Recipe = { ...presets.conservative, ageBreaks: [18, 100], products: ['footfall', 'catchment'] };
const day = '2026-05-04T22:00:00Z';
const row = (change: Partial<TableRow>): TableRow => ({
  zoneId: 'a',
  start: day,
  startLocal: '2026-05-05T00:00:00+02:00',
  status: 'published',
  persons: 40,
  ...change,
});
const contents: OpenedBundle = {
  release: {
    version: 1,
    id: 'freigabe-2026-11-22-00000000',
    title: 'Footfall',
    organisation: 'Netz AG',
    releaseDate: '2026-11-22',
    period: { from: '2026-05-04', to: '2026-05-05' },
    timeZone: 'Europe/Berlin',
    timeBin: 'day',
    products: ['footfall'],
    guarantee: { kind: 'classical', cellKeyNoise: false },
    terms: recipe.terms,
    policy: { id: 'demo', title: 'Demo', approvals: 0, solo: true, demo: true },
    predicate: '',
    ledger: null,
  },
  recipe,
  policy: builtInPolicies.demo,
  evidence: {},
  build: { version: 1, name: 'freigabe', software: '0', commit: 'unknown' },
  zones: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { zone_id: 'a', name: 'Altstadt', level: 0 },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
      {
        type: 'Feature',
        properties: { zone_id: 'b', level: 0 },
        geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
      },
    ],
  },
  tables: [
    {
      product: 'footfall',
      rows: [
        row({ ageBand: 'unknown', start: '2026-05-03T22:00:00Z' }),
        row({ ageBand: '100+', zoneId: 'b' }),
        { zoneId: 'b', start: day, startLocal: '', ageBand: '18-99', status: 'suppressed' },
        row({ ageBand: '18-99', status: 'zero', persons: 0 }),
        row({ ageBand: '18-99', zoneId: 'elsewhere' }),
        row({ ageBand: '18-99', start: 'yesterday' }),
      ],
    },
    {
      product: 'catchment',
      rows: [
        { zoneId: 'a', homeId: 'b', ageBand: '18-99', persons: 50, status: 'published' },
        { zoneId: 'a', homeId: 'unknown', ageBand: '18-99', status: 'suppressed' },
        { zoneId: 'b', homeId: 'all', ageBand: 'all', persons: 60, status: 'published' },
        { zoneId: 'b', homeId: 'elsewhere', ageBand: 'all', persons: 60, status: 'published' },
      ],
    },
  ],
};
const fault = particular('zone-unknown', { zone: 'elsewhere' }, { path: 'footfall.csv', line: 3 });
const signature: Required<SeenSignature> = {
  signer: 'anna',
  role: 'preparer',
  decision: 'prepare',
  claimedTime: '2026-11-22T10:00:00Z',
  comment: 'Looked at.',
  confirmed: ['evidence-read'],
  auditHead: 'cd'.repeat(32),
  fingerprint: 'SHA256:x',
  known: true,
};
const report: VerificationReport = {
  outcome: 'demo',
  checks: [
    { id: 'container', ok: true, found: 'whole' },
    { id: 'zones', ok: false, code: 'E_ZONES', particulars: [fault] },
  ],
  signatures: [signature],
  solo: false,
  demo: true,
  releaseDigest: 'ab'.repeat(32),
  contents,
};
const file = { fileName: 'b.freigabe.zip', sizeBytes: 12 };

const startOf = (date: number): number => Date.UTC(2026, 4, date, 22) / 1000;

const shownContents = () => {
  const { contents: found } = InspectedBundle.parse(inspectBundle(file, report));
  if (found === undefined) throw new Error('the contents are missing');
  return found;
};

it('tells all of a signature', () => {
  expect(InspectedBundle.parse(inspectBundle(file, report)).signatures).toEqual([signature]);
});

it('turns rows into columns over zones, times and labels', () => {
  const { ages, tables } = shownContents();
  expect(ages).toEqual(['0-17', '18-99', '100+', 'unknown']);
  expect(tables[0]).toMatchObject({
    start: Int32Array.of(startOf(3), startOf(4), startOf(4), startOf(4)),
    zone: Int32Array.of(0, 1, 1, 0),
    age: Int32Array.of(3, 2, 1, 1),
    persons: Int32Array.of(40, 40, -1, 0),
    status: Uint8Array.of(0, 0, 1, 2),
    other: new Int32Array(),
    band: new Int32Array(),
    gender: new Int32Array(),
  });
});

it('tells homes apart that are zones, unknown, or all together', () => {
  const table = shownContents().tables[1];
  expect([...(table?.other ?? [])]).toEqual([1, unknownHome, allHomes]);
  expect([...(table?.age ?? [])]).toEqual([1, 1, 4]);
  expect(table?.start.length).toBe(0);
});

it('shows a polygon as one part, a multipolygon as its parts, and a zone without a name by its id', () => {
  const zones = inspectBundle(file, report).contents?.zones;
  expect(zones?.map(({ name, polygons }) => [name, polygons.length])).toEqual([
    ['Altstadt', 1],
    ['b', 2],
  ]);
});

it('keeps checks with their codes, and has no contents where there are none', () => {
  const { contents: _, releaseDigest: __, ...bare } = report;
  const shown = InspectedBundle.parse(inspectBundle(file, { ...bare, outcome: 'rejected' }));
  expect(shown.checks).toEqual([
    { id: 'container', ok: true },
    { id: 'zones', ok: false, code: 'E_ZONES', particulars: [fault] },
  ]);
  expect('contents' in shown || 'digest' in shown).toBe(false);
});
