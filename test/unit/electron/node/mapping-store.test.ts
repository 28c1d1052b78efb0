import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMappingStore } from '../../../../electron/node/mapping-store.ts';
import { someMappingProfile } from '../../../support/some-mapping-profile.ts';

const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), 'freigabe-mappings-')), 'mappings');
const named = (name: string) => ({ ...someMappingProfile, name });

function storeIn(folder: string) {
  let minute = 10;
  return createMappingStore(folder, { now: () => `2026-05-20T10:${minute++}:00Z` });
}

describe('kept mappings', () => {
  it('come back by name, in files of their owner, whoever asks', async () => {
    const folder = freshFolder();
    const store = storeIn(folder);
    const south = await store.save(named('South'));
    const north = await store.save(named('North'));
    expect(await storeIn(folder).list()).toEqual({ kept: [north, south], setAside: [] });
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('are replaced and renamed under their id, and discarded', async () => {
    const store = storeIn(freshFolder());
    const { id } = await store.save(named('North'));
    const renamed = await store.save(named('North 2'), id);
    expect((await store.list()).kept).toEqual([renamed]);
    await store.discard(id);
    await store.discard(id);
    expect((await store.list()).kept).toEqual([]);
  });

  it('never bear the same name twice', async () => {
    const store = storeIn(freshFolder());
    const { id } = await store.save(named('North'));
    const other = await store.save(named('South'));
    await expect(store.save(named('North'))).rejects.toMatchObject({
      failure: { code: 'mapping-name-taken', detail: { name: 'North' } },
    });
    await expect(store.save(named('North'), other.id)).rejects.toMatchObject({
      failure: { code: 'mapping-name-taken' },
    });
    await expect(store.save(named('North'), id)).resolves.toMatchObject({ id });
  });

  it('that cannot be read are set aside and named', async () => {
    const folder = freshFolder();
    const store = storeIn(folder);
    const kept = await store.save(named('North'));
    const broken = `${'0'.repeat(32)}.json`;
    writeFileSync(join(folder, broken), '{"id":1}');
    const expected = { kept: [kept], setAside: [`${broken}.unreadable`] };
    expect(await store.list()).toEqual(expected);
    expect(await store.list()).toEqual(expected);
  });
});
