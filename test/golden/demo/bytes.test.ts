import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demoEvents } from '../../../shared/demo/events.ts';
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

const sha256 = (pieces: Iterable<string | Uint8Array>): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

describe.each(['town', 'city'] as const)('the bytes of a small %s', (preset) => {
  const settings = { preset, persons: 200, days: 2, seed: 1 };

  it('are the same as ever', () => {
    expect({
      events: sha256(demoEvents(settings)),
      cells: sha256([demoCellsCsv(settings)]),
      persons: sha256([demoPersonsCsv(settings)]),
      objections: sha256([demoObjectionsCsv(settings)]),
      zones: sha256([demoZonesGeoJson(settings)]),
      places: sha256([demoPlacesGeoJson(settings)]),
      basemap: sha256([demoBasemapGeoJson(settings)]),
      truth: sha256(demoTruth(settings, noFaults())),
    }).toMatchSnapshot();
  });
});

it.each([
  ['Pacific/Kiritimati', 'de_DE.UTF-8'],
  ['America/St_Johns', 'tr_TR.UTF-8'],
])('the bytes do not depend on time zone %s and language %s of the machine', (timeZone, language) => {
  const settings = { preset: 'town', persons: 200, days: 2, seed: 1 } as const;
  const files = ['events', 'files'].map(
    (name) => new URL(`../../../shared/demo/${name}.ts`, import.meta.url).href,
  );
  const program = `
    const { createHash } = await import('node:crypto');
    const [{ demoEvents }, { demoObjectionsCsv }] = await Promise.all(${JSON.stringify(files)}.map((f) => import(f)));
    const hash = createHash('sha256');
    for (const chunk of demoEvents(${JSON.stringify(settings)})) hash.update(chunk);
    hash.update(demoObjectionsCsv(${JSON.stringify(settings)}));
    console.log(new Date(0).getTimezoneOffset() + ' ' + hash.digest('hex'));`;
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
    cwd: new URL('../../..', import.meta.url).pathname,
    env: { ...process.env, TZ: timeZone, LANG: language, LC_ALL: language },
  });
  const [offset, digest] = output.trim().split(' ');
  expect(offset).not.toBe('0');
  expect(digest).toBe(sha256([...demoEvents(settings), demoObjectionsCsv(settings)]));
});
