import { describe, expect, it } from 'vitest';
import { basemapOpen } from '../../../../electron/handlers/basemap-open.ts';
import { filesChoose } from '../../../../electron/handlers/files-choose.ts';
import { type OpenRequest, resolveOpening } from '../../../../electron/handlers/opening.ts';
import { policyOpen } from '../../../../electron/handlers/policy-open.ts';
import { recipeOpen } from '../../../../electron/handlers/recipe-open.ts';
import { recipeSave } from '../../../../electron/handlers/recipe-save.ts';
import { createOpenedBundles } from '../../../../electron/handlers/opened-bundles.ts';
import { bundleReader } from '../../../../electron/handlers/read-bundle.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { fakeSealPorts } from './fake-ports.ts';
import { noTrust } from '../../../../shared/bundle/trust.ts';

const missing = new Refusal('file-missing', 'e.csv is not there.', { name: 'e.csv' });

const register = async (_kind: unknown, paths: readonly string[]) => {
  if (paths.some((path) => path !== '/e.csv')) throw missing;
  return { kind: 'file' as const, token: '0'.repeat(32), name: 'e.csv', sizeBytes: 3 };
};

function opening(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { dialogs, files } = fakeSealPorts();
  return {
    dialogs: { ...dialogs, openFile: async () => `/home/officer/${name}` },
    files: { ...files, read: async () => bytes },
    mapFiles: { register: async () => 'app://desk/map/1' },
  };
}

describe('policy.open', () => {
  it('reads a policy, also with a byte-order mark', async () => {
    const text = `\uFEFF${JSON.stringify({ ...builtInPolicies.default, minimumPersons: 20 })}`;
    expect((await policyOpen(opening('p.json', text))({}))?.minimumPersons).toBe(20);
  });

  it.each([
    ['a floor below the built-in one', { ...builtInPolicies.default, minimumPersons: 4 }, 'minimumPersons'],
    ['a field it does not know', { ...builtInPolicies.default, lax: true }, undefined],
    ['a time bin there is not', { ...builtInPolicies.default, timeBins: ['hour', 'week'] }, 'timeBins.1'],
    ['a list', [], undefined],
  ])('names the field of %s', async (_name, value, field) => {
    await expect(policyOpen(opening('p.json', JSON.stringify(value)))({})).rejects.toMatchObject({
      failure: { code: 'policy-invalid', detail: { name: 'p.json', ...(field !== undefined && { field }) } },
    });
  });

  it.each([
    ['no JSON', '{', 'not-json'],
    ['no text', Uint8Array.of(0xff, 0xfe, 0x00), 'not-text'],
  ])('says of %s that it is that', async (_name, content, code) => {
    await expect(policyOpen(opening('p.json', content))({})).rejects.toMatchObject({ failure: { code } });
  });
});

describe('recipe.open and recipe.save', () => {
  it('read what was written, under the name of the file', async () => {
    const { dialogs, files, disk } = fakeSealPorts();
    const at = '/home/officer/ours.json';
    const ports = { files, dialogs: { ...dialogs, openFile: async () => at, saveFile: async () => at } };
    const recipe = presets['differential-privacy'];
    expect(await recipeSave(ports)({ recipe, suggestedName: 'x.recipe.json' })).toEqual({
      name: 'ours.json',
    });
    expect([...disk.keys()]).toEqual([at]);
    expect(await recipeOpen(ports)({})).toEqual({ name: 'ours.json', recipe });
  });

  it('write nothing when the dialog is closed', async () => {
    const { dialogs, files, disk } = fakeSealPorts();
    const ports = { files, dialogs: { ...dialogs, saveFile: async () => undefined } };
    expect(await recipeSave(ports)({ recipe: presets.conservative, suggestedName: 'x' })).toBeUndefined();
    expect(await recipeOpen(ports)({})).toBeUndefined();
    expect(disk.size).toBe(0);
  });

  it.each([
    ['a recipe of another version', { ...presets.conservative, version: 2 }, 'version'],
    ['a field it does not know', { ...presets.conservative, noise: 3 }, undefined],
    ['products twice', { ...presets.conservative, products: ['dwell', 'dwell'] }, 'products'],
  ])('name the field of %s', async (_name, value, field) => {
    await expect(recipeOpen(opening('r.json', JSON.stringify(value)))({})).rejects.toMatchObject({
      failure: { code: 'recipe-invalid', detail: { name: 'r.json', ...(field !== undefined && { field }) } },
    });
  });
});

describe('basemap.open', () => {
  it('hands on a FeatureCollection as text', async () => {
    const text = '{"type":"FeatureCollection","features":[]}';
    expect(await basemapOpen(opening('m.geojson', text))({})).toEqual({
      kind: 'geojson',
      name: 'm.geojson',
      text,
    });
  });

  it.each(['{"type":"Feature","features":[]}', '{"type":"FeatureCollection"}', 'null', '[]'])(
    'takes %s for no map',
    async (text) => {
      await expect(basemapOpen(opening('m.json', text))({})).rejects.toMatchObject({
        failure: { code: 'not-a-map' },
      });
    },
  );

  it('serves PMTiles by handle and never reads them whole', async () => {
    const ports = opening('m.PMTiles', '');
    const files = { ...ports.files, read: () => Promise.reject(new Error('read whole')) };
    expect(await basemapOpen({ ...ports, files })({})).toEqual({
      kind: 'pmtiles',
      name: 'm.PMTiles',
      url: 'app://desk/map/1',
    });
  });
});

const asked = (folder: boolean) => ({ kind: 'cells' as const, folder });

describe('files.choose', () => {
  it.each([true, false])('registers nothing when the dialog was closed (folder: %s)', async (folder) => {
    const extractFiles = { register: () => Promise.reject(missing) };
    const closed = { openFiles: async () => [], openFolder: async () => [] };
    expect(await filesChoose({ dialogs: closed, extractFiles })(asked(folder))).toBeUndefined();
  });

  it('registers all files that were chosen, or the folder, as one source of the kind', async () => {
    const registered: unknown[] = [];
    const extractFiles = {
      register: async (...given: readonly unknown[]) => {
        registered.push(given);
        return register('cells', []);
      },
    };
    const dialogs = { openFiles: async () => ['/a.csv', '/b.csv'], openFolder: async () => ['/cells'] };
    await filesChoose({ dialogs, extractFiles })(asked(false));
    await filesChoose({ dialogs, extractFiles })(asked(true));
    expect(registered).toEqual([
      ['cells', ['/a.csv', '/b.csv']],
      ['cells', ['/cells']],
    ]);
  });
});

describe('resolveOpening', () => {
  const readBundle = bundleReader({
    ...fakeSealPorts(),
    trust: { load: async () => noTrust, remember: async () => undefined },
    opened: createOpenedBundles(),
  });
  const resolve = (request: OpenRequest) =>
    resolveOpening(request, { extractFiles: { register }, readBundle });

  it('hides paths behind tokens', async () => {
    const found = await resolve({ kind: 'extract', files: [{ kind: 'events', path: '/e.csv' }] });
    expect(found.kind).toBe('extract');
    expect(JSON.stringify(found)).not.toContain('/e.csv');
  });

  it('makes one source of several files of a kind', async () => {
    const given: unknown[] = [];
    const extractFiles = {
      register: async (...each: readonly unknown[]) => {
        given.push(each);
        return register('events', []);
      },
    };
    const files = [
      { kind: 'events' as const, path: '/b.csv' },
      { kind: 'cells' as const, path: '/c.csv' },
      { kind: 'events' as const, path: '/a.csv' },
    ];
    await resolveOpening({ kind: 'extract', files }, { extractFiles, readBundle });
    expect(given).toEqual([
      ['events', ['/b.csv', '/a.csv']],
      ['cells', ['/c.csv']],
    ]);
  });

  it('turns a file that is not there into a failed opening', async () => {
    const files = [{ kind: 'events' as const, path: '/gone.csv' }];
    expect(await resolve({ kind: 'extract', files })).toEqual({ kind: 'failed', failure: missing.failure });
  });

  it('shows a bundle that is none as rejected, with its checks', async () => {
    const found = await resolve({ kind: 'bundle', path: '/b.freigabe.zip' });
    expect(found).toMatchObject({ kind: 'bundle', bundle: { outcome: 'rejected', checks: [{ ok: false }] } });
  });

  it('says which argument it did not understand', async () => {
    const found = await resolve({ kind: 'unclear', argument: '--cells' });
    expect(found).toMatchObject({ failure: { code: 'argument-unclear', detail: { argument: '--cells' } } });
  });
});
