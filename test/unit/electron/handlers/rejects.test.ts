import { describe, expect, it } from 'vitest';
import { rejectsFile, rejectsSave } from '../../../../electron/handlers/rejects-save.ts';
import { reviewClose } from '../../../../electron/handlers/review-close.ts';
import type { RejectsFiles } from '../../../../electron/handlers/ports/rejects-files.ts';
import type { RejectedLine } from '../../../../shared/extract/understanding.ts';
import { fakeSealPorts } from './fake-ports.ts';

const lines = (count: number): readonly RejectedLine[] =>
  Array.from({ length: count }, (_, i) => ({ line: i + 2, reason: 'badTime' as const }));

/** A vault with rejected lines, which gives pages of them. */
function vaultWith(all: readonly RejectedLine[], more: number) {
  const asked: number[] = [];
  const rejects = async ({ from, most }: { readonly from: number; readonly most: number }) => {
    asked.push(from);
    return { name: 'events.csv', rejects: all.slice(from, from + most), listed: all.length, more };
  };
  return { asked, rejects };
}

function memory(written: Map<string, Uint8Array>): RejectsFiles {
  return {
    write: async (path, bytes) => void written.set(path, bytes),
    names: async () => [...written.keys()],
    remove: async () => {
      const deleted = [...written.keys()];
      written.clear();
      return { deleted, left: [] };
    },
    forget: () => undefined,
  };
}

const dialogs = (path: string | undefined) => ({
  openFile: async () => undefined,
  saveFile: async () => path,
});

describe('the file with rejected lines', () => {
  it('says file, line and reason, and how many more there are', async () => {
    const all: RejectedLine[] = [
      { line: 7, reason: 'ragged', part: '=a"b.csv' },
      { line: 9, reason: 'unknownCell' },
    ];
    const { bytes } = await rejectsFile(vaultWith(all, 12).rejects);
    expect(new TextDecoder().decode(bytes)).toBe(
      'file,line,reason\n"\'=a""b.csv",7,ragged\n"events.csv",9,unknownCell\n,,12 more lines were rejected and are not listed\n',
    );
  });

  it('holds every line of every page', async () => {
    const vault = vaultWith(lines(120_000), 0);
    const { bytes, listed, more } = await rejectsFile(vault.rejects);
    expect(vault.asked).toEqual([0, 50_000, 100_000]);
    expect([listed, more]).toEqual([120_000, 0]);
    const text = new TextDecoder().decode(bytes).trimEnd().split('\n');
    expect(text).toHaveLength(120_001);
    expect(text.at(-1)).toBe('"events.csv",120001,badTime');
  });

  it('is written where the officer says, or nowhere', async () => {
    const written = new Map<string, Uint8Array>();
    const ports = { ...fakeSealPorts(), vault: vaultWith(lines(3), 0), rejectsFiles: memory(written) };
    const files = { name: (path: string) => path.slice(path.lastIndexOf('/') + 1) };
    const save = (path: string | undefined) =>
      rejectsSave({ ...ports, files, dialogs: dialogs(path) })({ suggestedName: 'rejects.csv' });
    expect(await save(undefined)).toBeUndefined();
    expect(written.size).toBe(0);
    expect(await save('/home/o/rejects.csv')).toEqual({ name: 'rejects.csv', listed: 3, more: 0 });
    expect([...written.keys()]).toEqual(['/home/o/rejects.csv']);
  });

  it('stays when the review is closed, and is named, unless it is to go', async () => {
    const written = new Map([['rejects.csv', new Uint8Array()]]);
    const close = reviewClose({ ...fakeSealPorts(), rejectsFiles: memory(written) });
    expect(await close({})).toMatchObject({ rejectsDeleted: [], rejectsLeft: ['rejects.csv'] });
    expect(await close({ deleteRejects: true })).toMatchObject({
      rejectsDeleted: ['rejects.csv'],
      rejectsLeft: [],
    });
  });
});
