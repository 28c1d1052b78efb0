import { describe, expect, it } from 'vitest';
import { noFaults } from '../../../shared/demo/faults.ts';
import {
  demoBasemapGeoJson,
  demoCellsCsv,
  demoObjectionsCsv,
  demoPersonsCsv,
  demoPlacesGeoJson,
  demoTruth,
  demoZonesGeoJson,
} from '../../../shared/demo/files.ts';
import { hasObjected, isRemoved, ownerOf, pseudonymOf, registeredAs } from '../../../shared/demo/sims.ts';
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
  const contract = ['consent', 'same_person', 'holder'];

  it('list every SIM once', () => {
    expect(header).toEqual(['subscriber_id', 'birth_year', 'gender', 'brand', ...contract]);
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

  it('give a shared id to both SIMs of a person and to nobody else', () => {
    const byId = new Map<string, number[]>();
    persons.forEach(([, , , , , id = ''], i) => {
      if (id !== '') byId.set(id, [...(byId.get(id) ?? []), ownerOf(1, i)]);
    });
    // Three odd numbers in a hundred are second SIMs: 300 of 10,000.
    expect(Math.abs(byId.size / 10_000 - 0.03)).toBeLessThan(fiveSigma(0.03, 10_000));
    for (const owners of byId.values()) {
      expect(owners.length).toBe(2);
      expect(owners[0]).toBe(owners[1]);
    }
    expect(new Set([...byId.keys(), ...persons.map((row) => row[0])]).size).toBe(byId.size + persons.length);
  });

  it('name companies that hold many contracts, and who consented', () => {
    const held = persons.filter((row) => row[6] !== '');
    // Two SIMs of a person are held together, which widens the spread a little: hence 5.1 instead of 5 deviations.
    expect(Math.abs(held.length / persons.length - 0.05)).toBeLessThan(
      1.02 * fiveSigma(0.05, persons.length),
    );
    expect(new Set(held.map((row) => row[6])).size).toBe(Math.ceil(persons.length / 512));
    expect(new Set(persons.map((row) => row[4]))).toEqual(new Set(['yes', 'no', '']));
    const yes = persons.filter((row) => row[4] === 'yes').length / persons.length;
    expect(Math.abs(yes - 0.34)).toBeLessThan(1.02 * fiveSigma(0.34, persons.length));
  });

  it('register about 1.5 % of the people and a few strangers, with one as-of time after the last day', () => {
    const [head, ...register] = table(demoObjectionsCsv(settings));
    expect(head).toEqual(['subscriber_id', 'objected_at', 'as_of']);
    const ids = new Set(persons.flatMap((row) => [row[0], row[5]]));
    const matched = register.filter((row) => ids.has(row[0])).map((row) => row[0]);
    expect(Math.abs(matched.length / settings.persons - 0.015)).toBeLessThan(
      fiveSigma(0.015, settings.persons),
    );
    const expected = persons.map((_, i) => i).filter((i) => hasObjected(1, i));
    expect(matched).toEqual(expected.map((i) => registeredAs(1, i)));
    expect(expected.some((i) => registeredAs(1, i) !== pseudonymOf(1, i))).toBe(true);
    const removed = persons.filter((_, i) => isRemoved(settings, i)).length;
    expect(removed).toBeGreaterThan(matched.length);
    expect(register.length).toBeGreaterThan(matched.length);
    expect(new Set(register.map((row) => row[2]))).toEqual(new Set(['2026-05-11T04:00:00Z']));
    for (const row of register) expect(row[1] ?? '').toMatch(/^202[345]-|^2026-0[1-5]-/);
  });

  it('place cells to a millionth of a degree', () => {
    const [head, ...cells] = table(demoCellsCsv(settings));
    expect(head).toEqual(['cell_id', 'lat', 'lon', 'azimuth', 'range_m']);
    for (const [i, cell] of demoTown(settings).cells.entries()) {
      const [lon, lat] = cell.position;
      expect(cells[i]).toEqual([
        cell.id,
        lat.toFixed(6),
        lon.toFixed(6),
        String(cell.azimuth),
        String(cell.range),
      ]);
      expect(cell.range).toBeGreaterThan(0);
      expect(lat).toSatisfy((value: number) => value > 51.2 && value < 51.5);
      expect(lon).toSatisfy((value: number) => value > 12.4 && value < 12.9);
    }
  });

  it('are JSON where they say so', () => {
    expect(JSON.parse(demoZonesGeoJson(settings))).toEqual(demoTown(settings).zones);
    expect(JSON.parse(demoBasemapGeoJson(settings))).toEqual(demoTown(settings).basemap);
    expect(JSON.parse(demoPlacesGeoJson(settings))).toEqual(demoTown(settings).places);
    const parents = demoTown(settings).zones.features.map(({ properties }) => properties.parent);
    expect(new Set(parents)).toEqual(new Set(['Mitte', 'Nord', 'Ost', 'Sued', 'West']));
    const small = { ...settings, persons: 5000 };
    const truth: unknown = JSON.parse([...demoTruth(small, noFaults())].join(''));
    expect(truth).toMatchObject({ settings: small, faults: noFaults(), places: { hospital: 2, worship: 3 } });
    expect(truth).toHaveProperty('people.40.role', 'machine');
    expect(truth).toHaveProperty('people.90.role', 'machine');
    expect(truth).toHaveProperty('people.length', 5000);
    expect(truth).toHaveProperty('people.4999.id', pseudonymOf(1, 4999));
  });
});
