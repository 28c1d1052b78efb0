import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../../../electron/cli/commands/compare.ts';
import { report } from '../../../../electron/cli/commands/report.ts';
import type { BundleContents } from '../../../../shared/bundle/bundle-contents.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { smallContents, smallRecipe, smallRelease, trustFile } from '../../../support/small-bundle.ts';
import { repacked } from '../../../support/tampered-bundle.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const quiet = (): void => undefined;

const plain: Recipe = {
  ...smallRecipe,
  title: 'Days visited\u001B[31m',
  products: ['frequency'],
  levels: [],
  totals: false,
  ageBreaks: [],
  byGender: false,
  roundingBase: 1,
};

function release(persons: number): Promise<Uint8Array> {
  const [, a1 = { properties: { zone_id: 'a1' } }] = smallContents().zones.features;
  const contents: Partial<BundleContents> = {
    recipe: plain,
    tables: [{ product: 'frequency', rows: [{ zoneId: 'a1', band: '1', persons, status: 'published' }] }],
    zones: { type: 'FeatureCollection', features: [a1 as BundleContents['zones']['features'][number]] },
  };
  return smallRelease(contents);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  const first = await release(100);
  writeFileSync(at('first'), first);
  writeFileSync(at('second'), await release(103));
  const broken = first.slice();
  broken[Buffer.from(first).indexOf('a1,1,100')] = 98;
  writeFileSync(at('broken'), broken);
  writeFileSync(at('trust.json'), JSON.stringify(trustFile()));
  writeFileSync(at('others.json'), JSON.stringify(trustFile({ signers: trustFile().signers.slice(0, 1) })));
  writeFileSync(
    at('with-ledger'),
    repacked(first, (files) => files.set('ledger/checkpoint.txt', Buffer.from('an-origin\n3\n'))),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('compare', () => {
  it('exits with 0 where nothing can be subtracted, with 1 where something can', async () => {
    expect(await compare([at('first'), at('first')], quiet)).toMatchObject({
      exitCode: 0,
      json: { subtraction: { verdict: 'nothing' }, tables: [{ figures: { same: 1 } }] },
    });
    const told = await compare([at('first'), at('second'), '--trust', at('trust.json')], quiet);
    expect(told).toMatchObject({
      exitCode: 1,
      json: { subtraction: { verdict: 'something', byCode: { 'figure-changed': 1 } } },
    });
    expect(told.text).toMatch(/^SOMETHING can be subtracted\n/);
    expect(told.text).toContain('figure-changed: earlier: frequency: 100 at a1 / 1');
    expect(told.text).not.toContain('\u001B');
  });

  it('can not be done where a bundle does not hold, is of strangers, or is not named', async () => {
    await expect(compare([at('first'), at('broken')], quiet)).rejects.toMatchObject({
      failure: { code: 'bad-bundle', detail: { file: at('broken') } },
    });
    const strangers = compare([at('first'), at('second'), '--trust', at('others.json')], quiet);
    await expect(strangers).rejects.toMatchObject({ failure: { code: 'bad-bundle' } });
    await expect(compare([at('first')], quiet)).rejects.toMatchObject({ failure: { code: 'bad-option' } });
    await expect(compare([at('first'), at('none')], quiet)).rejects.toMatchObject({ failure: {} });
    expect(await compare(['--help'], quiet)).toMatchObject({ exitCode: 0 });
  });
});

describe('report', () => {
  it('writes what was verified and what the bundle holds, in the language asked for', async () => {
    const english = await report([at('first'), '--out', at('en.html'), '--trust', at('trust.json')], quiet);
    expect(english).toMatchObject({ exitCode: 0, json: { out: at('en.html') } });
    const page = readFileSync(at('en.html'), 'utf8');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('RELEASE. Every check holds');
    expect(page).toContain('SHA256:');
    const german = [at('first'), '--out', at('de.html'), '--language', 'de', '--trust', at('trust.json')];
    expect((await report(german, quiet)).exitCode).toBe(0);
    expect(readFileSync(at('de.html'), 'utf8')).toContain('FREIGABE. Jede Prüfung hält');
  });

  it('says in the report that a signer is not known, and exits with 1', async () => {
    expect((await report([at('first'), '--out', at('unknown.html')], quiet)).exitCode).toBe(1);
    const page = readFileSync(at('unknown.html'), 'utf8');
    expect(page).toContain('REJECTED.');
    expect(page).toContain('E_UNKNOWN_KEY');
  });

  it('prints the checkpoint that came with the bundle', async () => {
    await report([at('with-ledger'), '--out', at('ledger.html')], quiet);
    expect(readFileSync(at('ledger.html'), 'utf8')).toContain('<pre>an-origin\n3\n</pre>');
  });

  it('writes none of a file whose contents cannot be read', async () => {
    const told = await report([at('broken'), '--out', at('broken.html')], quiet);
    expect(told).toMatchObject({ exitCode: 1, json: { out: null } });
    expect(existsSync(at('broken.html'))).toBe(false);
  });

  it('asks for a bundle, a place and a language it knows', async () => {
    for (const args of [[], [at('first')], [at('first'), '--out', at('x'), '--language', 'fr']])
      await expect(report(args, quiet)).rejects.toMatchObject({ failure: { code: 'bad-option' } });
    expect(await report(['--help'], quiet)).toMatchObject({ exitCode: 0 });
  });
});
