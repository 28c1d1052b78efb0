import { describe, expect, it } from 'vitest';
import { noFaults } from '../../../shared/demo/faults.ts';
import {
  demoBasemapGeoJson,
  demoCellsCsv,
  demoObjectionsCsv,
  demoPersonsCsv,
  demoTruth,
  demoZonesGeoJson,
} from '../../../shared/demo/files.ts';
import { hasObjected, pseudonymOf } from '../../../shared/demo/person.ts';
import { demoTown } from '../../../shared/demo/town.ts';

const settings = { preset: 'town', persons: 20_000, days: 7, seed: 1 } as const;

function table(text: string): readonly (readonly string[])[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

/** Five standard deviations of a share `p` over `n` independent people. */
function fiveSigma(p: number, n: number): number {
  return 5 * Math.sqrt((p * (1 - p)) / n);
}

describe('the files beside the events', () => {
  const [header, ...persons] = table(demoPersonsCsv(settings));

  it('list every person once', () => {
    expect(header).toEqual(['subscriber_id', 'birth_year', 'gender', 'brand']);
    expect(new Set(persons.map((row) => row[0])).size).toBe(settings.persons);
    for (const row of persons) expect(row[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('follow the age pyramid and leave gaps', () => {
    const unknownYears = persons.filter((row) => row[1] === '').length / settings.persons;
    // 0.3 % machines, and 6 % of the rest.
    expect(Math.abs(unknownYears - 0.0628)).toBeLessThan(fiveSigma(0.0628, settings.persons));
    const known = persons.filter((row) => row[1] !== '');
    const minors = known.filter((row) => Number(row[1]) > 2026 - 20).length / known.length;
    // The lookup table has 1,024 entries, so each share is met to half an entry: 0.05 %.
    expect(Math.abs(minors - 0.18)).toBeLessThan(fiveSigma(0.18, known.length) + 0.0005);
    const unknownGender = persons.filter((row) => row[2] === '').length / settings.persons;
    expect(Math.abs(unknownGender - 0.0429)).toBeLessThan(fiveSigma(0.0429, settings.persons));
    expect(new Set(persons.map((row) => row[2]))).toEqual(new Set(['female', 'male', 'diverse', '']));
    expect(new Set(persons.map((row) => row[3])).size).toBe(5);
  });

  it('register about 1.5 % of the people and a few strangers, with one as-of time after the last day', () => {
    const [head, ...register] = table(demoObjectionsCsv(settings));
    expect(head).toEqual(['subscriber_id', 'objected_at', 'as_of']);
    const ids = new Set(persons.map((row) => row[0]));
    const matched = register.filter((row) => ids.has(row[0])).map((row) => row[0]);
    expect(Math.abs(matched.length / settings.persons - 0.015)).toBeLessThan(
      fiveSigma(0.015, settings.persons),
    );
    const expected = persons.map((_, i) => i).filter((i) => hasObjected(1, i));
    expect(matched).toEqual(expected.map((i) => pseudonymOf(1, i)));
    expect(register.length).toBeGreaterThan(matched.length);
    expect(new Set(register.map((row) => row[2]))).toEqual(new Set(['2026-05-11T04:00:00Z']));
    for (const row of register) expect(row[1] ?? '').toMatch(/^202[345]-|^2026-0[1-5]-/);
  });

  it('place cells to a millionth of a degree', () => {
    const [head, ...cells] = table(demoCellsCsv(settings));
    expect(head).toEqual(['cell_id', 'lat', 'lon', 'azimuth']);
    for (const [i, cell] of demoTown(settings).cells.entries()) {
      const [lon, lat] = cell.position;
      expect(cells[i]).toEqual([cell.id, lat.toFixed(6), lon.toFixed(6), String(cell.azimuth)]);
      expect(lat).toSatisfy((value: number) => value > 51.2 && value < 51.5);
      expect(lon).toSatisfy((value: number) => value > 12.4 && value < 12.9);
    }
  });

  it('are JSON where they say so', () => {
    expect(JSON.parse(demoZonesGeoJson(settings))).toEqual(demoTown(settings).zones);
    expect(JSON.parse(demoBasemapGeoJson(settings))).toEqual(demoTown(settings).basemap);
    const small = { ...settings, persons: 5000 };
    const truth: unknown = JSON.parse([...demoTruth(small, noFaults())].join(''));
    expect(truth).toMatchObject({ settings: small, faults: noFaults() });
    expect(truth).toHaveProperty('people.length', 5000);
    expect(truth).toHaveProperty('people.4999.id', pseudonymOf(1, 4999));
  });
});
