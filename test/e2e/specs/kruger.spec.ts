import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { krugerBySql, krugerPath } from '../../support/kruger-by-sql.ts';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { ExtractScreen } from '../screens/extract-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { expectAccessible, expectAccessibleInBoth } from '../support/accessible.ts';
import { commandLine } from '../support/command-line.ts';
import { launchFreigabe } from '../support/launch.ts';
import { openPolicyWithoutAttacks } from '../support/policy-without-attacks.ts';
import { prepareDialogs } from '../support/prepared-dialogs.ts';
import { releasedGroups } from '../support/released-groups.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { trustInKey } from '../support/trust-in-key.ts';

const passphrase = 'five plain words for kruger';
const signer = 'petra@example.org';

test('what is released of 81,379 real posts is what SQL counts, group for group', async () => {
  if (!existsSync(krugerPath)) {
    if (process.env['CI'] !== undefined) throw new Error('the data beside the repository is needed in CI');
    const description = 'not run: the data beside the repository is absent';
    test.info().annotations.push({ type: 'not run', description });
    console.log(`kruger: ${description}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-kruger-'));
  const [key, bundle, trust] = [
    join(folder, 'petra.key.json'),
    join(folder, 'kruger.freigabe.zip'),
    join(folder, 'trust.json'),
  ];
  const dialogs = prepareDialogs();
  dialogs.answer({ open: { events: krugerPath }, save: { key, bundle } });
  const freigabe = await launchFreigabe({ args: ['--language', 'en', '--theme', 'light'], env: dialogs.env });
  try {
    const page = await freigabe.window('desk');
    const frame = new FrameScreen(page);
    const extract = new ExtractScreen(page);
    await expect(extract.chooseEvents).toBeVisible();
    await expectAccessibleInBoth(page, 'Extract, empty');
    await extract.chooseEvents.click();
    await expect(page.getByLabel('Meaning of column subscriber_id')).toHaveValue('person');
    await extract.timeZone.selectOption('Africa/Johannesburg');
    await extract.zones.selectOption('6');
    await extract.noRegisterReason.fill('Public posts; nobody could object');
    await expectAccessibleInBoth(page, 'Extract, mapped');
    await page.getByRole('button', { name: 'Read extract' }).click();
    await expect(extract.understood).toContainText('rows kept of 81,379 read');
    await expectAccessibleInBoth(page, 'Extract, understood', 'extract-kruger');
    await page.getByRole('button', { name: 'Tune', exact: true }).last().click();

    const tune = new TuneScreen(page);
    await tune.choose('Rounding', '1');
    await tune.choose('Time', 'day');
    await openPolicyWithoutAttacks(page, dialogs, folder);
    dialogs.answer({ save: { key, bundle } });
    await tune.typeMinimum(5);
    await tune.settled();
    await frame.go('approve');

    const approve = new ApproveScreen(page);
    await approve.createKey(signer);
    const made = new SealScreen(await freigabe.window('seal'));
    await expect(made.heading).toHaveText('Create a signing key');
    await expectAccessible(made.page, 'seal window, new key');
    await made.create(passphrase);
    await expect(page.getByText(/^SHA256:/)).toBeVisible();
    await approve.fillTerms();
    await expectAccessibleInBoth(page, 'Approve with a key');
    await approve.sign.click();
    const seal = new SealScreen(await freigabe.window('seal'));
    await expect(seal.page.getByText(/one approval, which the preparer may give/)).toBeVisible();
    const digest = await seal.digest();
    await seal.passphrase.fill(passphrase);
    await seal.finish(seal.sign);
    const receipt = new ReceiptScreen(page);
    await expect(receipt.outcome).toContainText('This bundle is a release');
    expect(await receipt.digest()).toBe(digest);

    trustInKey(key, signer, trust);
    expect(commandLine('verify', bundle).exitCode, 'nobody is trusted unseen').toBe(1);
    const { exitCode, json } = commandLine('verify', bundle, '--trust', trust);
    expect(json).toMatchObject({ outcome: 'release', solo: true, releaseDigest: digest });
    expect(exitCode).toBe(0);
    const sql = await krugerBySql(5);
    expect(sql.groups.size).toBeGreaterThan(100);
    expect(releasedGroups(bundle)).toEqual(sql.groups);
  } finally {
    await freigabe.close();
    removeFolder(folder);
  }
});
