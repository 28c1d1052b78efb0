import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack, attackFile } from '../../../../electron/cli/commands/attack.ts';
import type { CommandOutcome } from '../../../../electron/cli/outcome.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { attackEvidence } from '../../../../shared/workflow/attack-evidence.ts';
import { passedAttacks } from '../../../support/passed-attacks.ts';
import { smallRecipe, smallRelease, trustFile } from '../../../support/small-bundle.ts';
import type { TableRow } from '../../../../shared/products/table-row.ts';

const recipe: Recipe = {
  ...smallRecipe,
  products: ['footfall'],
  levels: [],
  roundingBase: 1,
  ageBreaks: [30],
  byGender: false,
  suppressedGroups: 'omit',
};
const place = { zoneId: 'a1', start: '2026-05-04T15:00:00Z', startLocal: '2026-05-04T17:00:00+02:00' };
const row = (ageBand: string, persons: number): TableRow => ({
  ...place,
  ageBand,
  persons,
  status: 'published',
});
const clean = [row('0-29', 50), row('30+', 60), row('all', 110)];
const square = [
  [12.31, 51.3],
  [12.32, 51.3],
  [12.32, 51.31],
  [12.31, 51.3],
] as const;
const zones = {
  type: 'FeatureCollection' as const,
  features: [
    {
      properties: { zone_id: 'a1' },
      geometry: { type: 'Polygon' as const, coordinates: [square] },
    },
  ],
};
const evidence = { attacks: attackEvidence(passedAttacks, 'classical') };

let folder: string;
const at = (name: string): string => join(folder, name);

async function put(name: string, rows: readonly TableRow[], change: Partial<Recipe> = {}): Promise<string> {
  const contents = { recipe: { ...recipe, ...change }, zones, evidence };
  writeFileSync(at(name), await smallRelease({ ...contents, tables: [{ product: 'footfall', rows }] }));
  return at(name);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  writeFileSync(at('trust.json'), JSON.stringify(trustFile()));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], lines: string[] = []): Promise<CommandOutcome> =>
  attack(args, (line) => lines.push(line));
const outcomes = (outcome: CommandOutcome): Readonly<Record<string, string>> => {
  const { attacks } = outcome.json as { readonly attacks: readonly { attack: string; outcome: string }[] };
  return Object.fromEntries(attacks.map((one) => [one.attack, one.outcome]));
};

describe('attack', () => {
  it('holds where nothing is found, and tells what the signer attests of the rest', async () => {
    const path = await put('clean.freigabe.zip', clean);
    const lines: string[] = [];
    const outcome = await run([path, '--trust', at('trust.json')], lines);
    expect(outcome).toMatchObject({
      exitCode: 0,
      json: { policy: 'default', verification: { outcome: 'release' } },
    });
    expect(outcomes(outcome)).toMatchObject({ subtraction: 'pass', membership: 'notTested' });
    expect(outcome.text).toContain('ok         recoverable-blanks: 0 hidden figures follow exactly');
    expect(outcome.text).toContain('NOT TESTED membership: scored on the extract only (needs raw data)');
    expect(outcome.text).toContain('the signer attests: pass (0 measured, at most 1 allowed)');
    expect(lines).toContain('trying subtraction');
  });

  it('does not judge who signed where nobody is known', async () => {
    const path = await put('stranger.freigabe.zip', clean);
    expect((await run([path])).exitCode).toBe(0);
  });

  it('finds a blank that its sum gives away', async () => {
    const path = await put('leak.freigabe.zip', [row('0-29', 50), row('unknown', 60), row('all', 113)]);
    const outcome = await run([path, '--trust', at('trust.json')]);
    expect(outcome.exitCode).toBe(1);
    expect(outcomes(outcome)).toMatchObject({ 'recoverable-blanks': 'fail', subtraction: 'pass' });
    expect(outcome.text).toContain('FAILED     recoverable-blanks: 1 hidden figures follow exactly');
  });

  it('subtracts from another bundle, and holds to the policy of the reader', async () => {
    const path = await put('now.freigabe.zip', clean);
    const before = await put('before.freigabe.zip', [row('0-31', 53)], { ageBreaks: [32] });
    const both = await run([path, '--with', before]);
    expect(both.exitCode).toBe(1);
    expect(outcomes(both)).toMatchObject({ subtraction: 'fail', 'recoverable-blanks': 'pass' });
    const policy = { ...builtInPolicies.default, id: 'strict', minimumPersons: 55 };
    const strict = await attackFile({ path, earlierPaths: [], policy }, () => undefined);
    expect(strict).toMatchObject({ exitCode: 1, json: { policy: 'strict' } });
    expect(outcomes(strict)).toMatchObject({ 'small-groups': 'fail', subtraction: 'pass' });
  });

  it('attacks nothing that does not hold, and says what it cannot read', async () => {
    writeFileSync(at('broken.freigabe.zip'), 'no bundle');
    const broken = await run([at('broken.freigabe.zip')]);
    expect(broken).toMatchObject({ exitCode: 1, json: { attacks: [] } });
    expect(broken.text).toContain('Not attacked');
    const path = await put('whole.freigabe.zip', clean);
    await expect(run([path, '--with', at('broken.freigabe.zip')])).rejects.toMatchObject({
      failure: { code: 'bad-bundle' },
    });
    await expect(run([at('nowhere.freigabe.zip')])).rejects.toThrow('nowhere');
    await expect(run([])).rejects.toMatchObject({ failure: { code: 'bad-option' } });
  });
});
