import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctedMappings, extractFiles } from '../../../../electron/cli/extract-arguments.ts';
import { findingLines } from '../../../../electron/cli/findings-text.ts';
import { Finding, type FileProfile } from '../../../../shared/extract/profile.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-arguments-'));
  for (const name of ['b.csv', 'a.csv', 'cells.csv']) writeFileSync(join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const profile: FileProfile = {
  kind: 'events',
  name: 'events.csv',
  sizeBytes: 1,
  dialect: { delimiter: ',', header: true, encoding: 'utf-8', gzip: false },
  timeFormat: 'dayFirst',
  hasOffset: false,
  rowsLookedAt: 3,
  columns: (['person', 'time', 'latitude', 'longitude'] as const).map((role, index) => ({
    index,
    name: `c${index}`,
    role,
    reason: 'name',
    shape: 'text',
    distinct: 3,
    empty: 0,
    failing: 0,
  })),
  findings: [
    { kind: 'axesSwapped', columns: [2, 3], count: 2, of: 3, offer: 'swapAxes' },
    { kind: 'dayOrMonth', columns: [1], count: 3, of: 3, offer: 'monthFirst' },
    { kind: 'raggedRows', columns: [], count: 1, of: 3, offer: 'none' },
  ],
};

describe('files of an extract on the command line', () => {
  it('are one source for a kind that is named several times', async () => {
    const { sources, paths } = await extractFiles({
      events: [at('b.csv'), at('a.csv')],
      cells: [at('cells.csv')],
    });
    expect(sources.events).toMatchObject({ kind: 'parts', parts: [{ name: 'a.csv' }, { name: 'b.csv' }] });
    expect(sources.cells).toMatchObject({ kind: 'file', name: 'cells.csv' });
    const tokens = sources.events.kind === 'parts' ? sources.events.parts.map(({ token }) => token) : [];
    expect(tokens.map((token) => paths.get(token))).toEqual([at('a.csv'), at('b.csv')]);
  });

  it('are those of a folder', async () => {
    expect((await extractFiles({ events: [folder] })).sources.events).toMatchObject({ kind: 'parts' });
  });
});

describe('findings on the command line', () => {
  it('are told in words, with the option that takes what is offered', () => {
    expect(findingLines(profile)).toEqual([
      '  ! 2 of 3 positions in c2, c3 would lie near a pole, or far from the other files or from the country whose networks the rows name: latitude and longitude seem to be swapped.',
      '    --map events.accept=swapAxes swaps them',
      '  ! In c1 the first number of all 3 times can be the day or the month. It is read as the day.',
      '    --map events.accept=monthFirst reads the month first',
      '  ! 1 of 3 rows looked at have more or fewer columns than most. They are counted and not read.',
    ]);
  });

  it.each(Finding.shape.kind.options)('say %s without a gap', (kind) => {
    const [line = ''] = findingLines({
      ...profile,
      findings: [{ kind, columns: [1], count: 1, of: 2, offer: 'none' }],
    });
    expect(line).toMatch(/^ {2}! .*\.$/);
    expect(line).not.toMatch(/[{}]/);
  });

  it('are mended by taking the offer, and by nothing that was not offered', () => {
    const taken = correctedMappings([profile], ['events.accept=swapAxes', 'events.accept=monthFirst']);
    expect(taken.events).toMatchObject({
      roles: ['person', 'time', 'longitude', 'latitude'],
      timeFormat: 'monthFirst',
    });
    for (const wrong of ['events.accept=zeroIsMissing', 'cells.accept=swapAxes'])
      expect(() => correctedMappings([profile], [wrong])).toThrow('nothing of the kind is offered');
  });
});
