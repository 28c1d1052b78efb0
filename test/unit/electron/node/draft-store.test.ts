import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDraftStore } from '../../../../electron/node/draft-store.ts';
import type { Work } from '../../../../shared/ipc/kept-work.ts';
import { someWork } from '../../../support/some-work.ts';

const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), 'freigabe-drafts-')), 'drafts');
const titled = (title: string): Work => ({
  ...someWork,
  present: { ...someWork.present, recipe: { ...someWork.present.recipe, title } },
});

function storeIn(folder: string) {
  let minute = 10;
  return createDraftStore(folder, { now: () => `2026-05-20T10:${minute++}:00Z` });
}

describe('work in progress', () => {
  it('comes back as it was saved last, newest first, in files of its owner', async () => {
    const folder = freshFolder();
    const store = storeIn(folder);
    const one = await store.save(titled('one'));
    const two = await store.save(titled('two'));
    const again = await store.save(titled('one, changed'), one.id);
    const { kept, setAside } = await storeIn(folder).list();
    expect(kept).toEqual([again, two]);
    expect(setAside).toEqual([]);
    expect(again).toMatchObject({ id: one.id, changedAt: '2026-05-20T10:12:00Z' });
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('is gone once it is discarded, and only that', async () => {
    const store = storeIn(freshFolder());
    const { id } = await store.save(titled('one'));
    const other = await store.save(titled('two'));
    await store.discard(id);
    await store.discard(id);
    expect((await store.list()).kept).toEqual([other]);
  });

  it('is set aside whole and named where it cannot be read', async () => {
    const folder = freshFolder();
    const store = storeIn(folder);
    const good = await store.save(titled('good'));
    const name = `${'a'.repeat(32)}.json`;
    writeFileSync(join(folder, name), '{"version":2');
    expect(await store.list()).toEqual({ kept: [good], setAside: [`${name}.unreadable`] });
    expect(readFileSync(join(folder, `${name}.unreadable`), 'utf8')).toBe('{"version":2');
    expect((await store.list()).setAside).toEqual([`${name}.unreadable`]);
  });

  it('keeps the ten newest', async () => {
    const store = storeIn(freshFolder());
    // oxlint-disable-next-line no-await-in-loop -- each is newer than the one before
    for (let i = 0; i < 12; i++) await store.save(titled(`work ${i}`));
    const titles = (await store.list()).kept.map(({ work }) => work.present.recipe.title);
    expect(titles).toEqual(Array.from({ length: 10 }, (_, i) => `work ${11 - i}`));
  });

  it('is nothing where there is no folder, and refuses where it cannot be written', async () => {
    const folder = freshFolder();
    expect(await storeIn(folder).list()).toEqual({ kept: [], setAside: [] });
    writeFileSync(folder, 'a file');
    await expect(storeIn(folder).save(titled('lost'))).rejects.toMatchObject({
      failure: { code: 'not-writable' },
    });
  });
});
