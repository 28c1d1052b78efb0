import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctionsOf, mappingsOfFile } from '../../../../electron/cli/mapping-argument.ts';
import type { FileProfile, Mappings } from '../../../../shared/extract/profile.ts';
import { someMappingProfile } from '../../../support/some-mapping-profile.ts';

const folder = mkdtempSync(join(tmpdir(), 'freigabe-mapping-'));
const file = join(folder, 'mapping.json');
writeFileSync(file, JSON.stringify(someMappingProfile));

const dialect = { delimiter: ';', header: true, encoding: 'windows-1252', gzip: true } as const;
const profileOf = (columns: readonly string[]): FileProfile => ({
  kind: 'events',
  name: 'events.csv',
  sizeBytes: 1,
  dialect,
  hasOffset: true,
  rowsLookedAt: 1,
  columns: columns.map((name, index) => ({
    index,
    name,
    role: 'ignored',
    reason: 'none',
    shape: 'empty',
    distinct: 0,
    empty: 0,
    failing: 0,
  })),
});
const guessed: Mappings = { events: { dialect, hasOffset: true, roles: ['ignored'] } };
const columns = ['kunde', 'zeit', 'zelle', 'sonst'];

const reading = (path: string, names = columns) =>
  mappingsOfFile([profileOf(names)], guessed, `file:${path}`);

describe('--mapping', () => {
  it('comes before corrections by hand', () => {
    expect(correctionsOf({ mapping: file, map: ['events.person=a'] })).toEqual([
      `file:${file}`,
      'events.person=a',
    ]);
    expect(correctionsOf({})).toEqual([]);
  });

  it('reads files of its layout as the application does, encoding and compression as they are', () => {
    const read = mappingsOfFile([profileOf(columns)], guessed, `file:${file}`);
    expect(read?.events).toEqual({ ...someMappingProfile.files.events?.mapping, dialect });
    expect(mappingsOfFile([profileOf(columns)], guessed, 'events.person=a')).toBeUndefined();
  });

  it('refuses files of another layout, and what is no mapping', () => {
    expect(() => reading(file, ['kunde', 'zeit'])).toThrow('was kept for other columns');
    expect(() => reading(join(folder, 'none.json'))).toThrow('cannot be read');
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format":"another"}');
    expect(() => reading(broken)).toThrow('Correct the file');
  });
});
