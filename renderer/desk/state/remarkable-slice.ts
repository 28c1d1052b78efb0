import { failureOf } from './failure-of.ts';
import type { Desk } from './desk-state.ts';
import type { RemarkableSlice } from './mapping-state.ts';
import type { OpenVault } from './open-vault.ts';

const nothing = {
  extractFindings: undefined,
  extractFindingsFailure: undefined,
} as const satisfies Partial<RemarkableSlice>;

/** What is remarkable about an extract, asked for while it is looked at, and its rejected lines. */
export function createRemarkableSlice({ get, set, services }: Desk, open: OpenVault): RemarkableSlice {
  let asked = '';
  let reading: unknown;
  let abort: AbortController | undefined;

  return {
    ...nothing,
    rejectsWritten: [],
    rejectsFailure: undefined,
    async findRemarkable() {
      const { client } = open;
      const { understanding, draft } = get();
      const { minimumPersons } = draft.present.recipe;
      if (client === undefined || understanding === undefined || understanding.rowsKept === 0) return;
      if (reading === understanding && asked === `${minimumPersons}`) return;
      [reading, asked] = [understanding, `${minimumPersons}`];
      abort?.abort();
      const own = new AbortController();
      abort = own;
      set(nothing);
      try {
        const found = await client.call('extractFindings', { minimumPersons }, { signal: own.signal });
        if (abort === own) set({ extractFindings: found });
      } catch (thrown) {
        if (abort === own) set({ extractFindingsFailure: failureOf(thrown) });
      }
    },
    async writeRejects() {
      set({ rejectsFailure: undefined });
      try {
        const { understanding, rejectsWritten } = get();
        const stem = (understanding?.name ?? 'extract').replaceAll(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, 80);
        const written = await services.main.call('rejects.save', { suggestedName: `${stem}.rejects.csv` });
        if (written === undefined) return;
        const others = rejectsWritten.filter(({ name }) => name !== written.name);
        set({ rejectsWritten: [...others, written] });
      } catch (thrown) {
        set({ rejectsFailure: failureOf(thrown) });
      }
    },
  };
}
