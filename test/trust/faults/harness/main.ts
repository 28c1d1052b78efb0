// oxlint-disable-next-line import/no-unassigned-import -- it changes what Node does, before anything else is loaded
import './still.ts';
import { join } from 'node:path';
import { writeAtomic } from '../../../../electron/node/atomic-file.ts';
import { createAuditLog } from '../../../../electron/node/audit-log.ts';
import { createDraftStore } from '../../../../electron/node/draft-store.ts';
import { createLedgerStore } from '../../../../electron/node/ledger-store.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { releaseToRecord } from '../../../support/ledger-entries.ts';
import { bundleBytes, draftId, ground, newContents, workOf } from '../scene.ts';

/** Does one of the real writings in the folder named second and says how it ended, in one line. */
const [, , what = '', folder = ''] = process.argv;

const writings: Readonly<Record<string, () => Promise<unknown>>> = {
  save: () => createDraftStore(folder, { now: ground.now }).save(workOf('new'), draftId),
  export: () => writeAtomic(join(folder, 'a.freigabe.zip'), newContents),
  audit: () => createAuditLog(join(folder, 'audit.jsonl'), ground, 300).record('release.export'),
  async ledger() {
    const store = createLedgerStore(folder, 300);
    const { head } = await store.read('release');
    const addition = { head, release: releaseToRecord('new'), bytes: bundleBytes('new') };
    await store.record('release', addition, () =>
      writeAtomic(join(folder, 'out.freigabe.zip'), addition.bytes),
    );
  },
};

try {
  await writings[what]?.();
  process.stdout.write('done\n');
} catch (error) {
  process.stdout.write(
    error instanceof Refusal ? `refused ${error.failure.code}\n` : `broke ${String(error)}\n`,
  );
}
