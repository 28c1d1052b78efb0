import { expect, it } from 'vitest';
import { particular } from '../../../shared/bundle/particular.ts';
import type { OpenedBundle, VerificationReport } from '../../../shared/bundle/report.ts';
import { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { TableRow } from '../../../shared/products/table-row.ts';
import { inspectBundle } from '../../../shared/workflow/inspect-bundle.ts';
import { candidate } from '../electron/handlers/fake-ports.ts';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
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
    terms: candidate.recipe.terms,
    policy: { id: 'demo', title: 'Demo', approvals: 0, solo: true, demo: true },
    predicate: '',
  },
  recipe: candidate.recipe,
  policy: builtInPolicies.demo,
  evidence: {},
  build: { version: 1, name: 'freigabe', software: '0', commit: 'unknown' },
  zones: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { zone_id: 'a', name: 'Altstadt' },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
      {
        type: 'Feature',
        properties: { zone_id: 'b' },
        geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
      },
    ],
  },
  rows: [
    row({ ageBand: 'unknown', start: '2026-05-03T22:00:00Z' }),
    row({ ageBand: '100+', zoneId: 'b' }),
    { zoneId: 'b', start: day, startLocal: '', ageBand: '18-99', status: 'suppressed' },
    row({ ageBand: '18-99', status: 'zero', persons: 0 }),
    row({ ageBand: '18-99', zoneId: 'elsewhere' }),
    row({ ageBand: '18-99', start: 'yesterday' }),
  ],
};
const fault = particular('zone-unknown', { zone: 'elsewhere' }, { path: 'footfall.csv', line: 3 });
const report: VerificationReport = {
  outcome: 'demo',
  checks: [
    { id: 'container', ok: true, found: 'whole' },
    { id: 'zones', ok: false, code: 'E_ZONES', particulars: [fault] },
  ],
  signatures: [],
  solo: false,
  demo: true,
  releaseDigest: 'ab'.repeat(32),
  contents,
};
const file = { fileName: 'b.freigabe.zip', sizeBytes: 12 };

it('turns rows into columns over zones, starts and classes in order', () => {
  const shown = InspectedBundle.parse(inspectBundle(file, report)).contents;
  if (shown === undefined) throw new Error('the contents are missing');
  expect(shown.classes.map(({ ageBand }) => ageBand)).toEqual(['18-99', '100+', 'unknown']);
  expect([...shown.starts]).toEqual([Date.UTC(2026, 4, 3, 22) / 1000, Date.UTC(2026, 4, 4, 22) / 1000]);
  expect([...shown.rowZone]).toEqual([0, 1, 1, 0]);
  expect([...shown.rowBin]).toEqual([0, 1, 1, 1]);
  expect([...shown.rowClass]).toEqual([2, 1, 0, 0]);
  expect([...shown.rowPersons]).toEqual([40, 40, -1, 0]);
  expect([...shown.rowStatus]).toEqual([0, 0, 1, 2]);
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
