import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { inGroups, rootFingerprint } from '../../../shared/bundle/trust-root.ts';
import { sealedAt, signedBy } from '../../support/listed-release.ts';
import { fileKey } from '../../support/software-keys.ts';
import { listed, publisher, signedList, trustList } from '../../support/trust-lists.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { InspectScreen } from '../screens/inspect-screen.ts';
import { expectAccessibleInBoth } from '../support/accessible.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { type PreparedDialogs, prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-trust-'));
const list = trustList({ expires: '2199-12-31' });
const fingerprint = inGroups(rootFingerprint(list, nodeCrypto));
let dialogs: PreparedDialogs;
let freigabe: LaunchedFreigabe;
let page: Page;
let inspect: InspectScreen;
let card: Locator;
let typed: Locator;

test.beforeAll(async () => {
  const userData = join(folder, 'user-data');
  mkdirSync(userData);
  dialogs = prepareDialogs();
  freigabe = await launchFreigabe({
    args: ['--language', 'en', '--theme', 'light'],
    env: dialogs.env,
    userData,
  });
  page = await freigabe.window('desk');
  inspect = new InspectScreen(page);
  card = page.getByRole('region', { name: 'Whom this machine believes' });
  typed = card.getByLabel('Fingerprint you were told');
  await new FrameScreen(page).go('inspect');
});

test.afterAll(async () => {
  await freigabe.close();
  removeFolder(folder);
});

async function takeIn(name: string, file: Uint8Array): Promise<void> {
  const trust = join(folder, name);
  writeFileSync(trust, file);
  dialogs.answer({ open: { trust } });
  await card.getByRole('button', { name: /^Take in a trust list/ }).click();
}

test('nobody is believed at first, and a bundle of strangers is no release', async () => {
  await expect(card).toContainText('Nobody is believed here yet');
  await expect(card).toContainText('A bundle cannot bring its own list');
  await expectAccessibleInBoth(page, 'Trust, empty', 'trust-empty');
  const bundle = join(folder, 'listed.freigabe.zip');
  writeFileSync(bundle, await signedBy(sealedAt()));
  dialogs.answer({ open: { bundle } });
  await inspect.open.click();
  await expect(inspect.fileName).toHaveText('listed.freigabe.zip');
  await expect(inspect.outcome).not.toHaveText(/^Release\./);
});

test('a list is believed with the fingerprint one was told, and never by itself', async () => {
  const file = await signedList(list);
  await takeIn('first.trust', file);
  await expect(card.getByRole('alert')).toContainText('This is the first trust list of');
  await expect(card).not.toContainText(fingerprint.slice(0, 8));
  await typed.fill(fingerprint.slice(0, -9));
  await expect(card).toContainText('8 of 64 characters are still missing.');
  await expect(card.getByRole('button', { name: /^Take in a trust list/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await typed.fill(fingerprint.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await takeIn('first.trust', file);
  await expect(card.getByRole('alert')).toContainText('a slip in typing, or a list of somebody else');
  await expect(inspect.outcome).not.toHaveText(/^Release\./);
  await typed.fill(fingerprint);
  await takeIn('first.trust', file);
  await expect(card.getByRole('status')).toContainText('is believed from now on');
  await expect(inspect.outcome).toHaveText(/^Release\./);
  await expect(inspect.checks.filter({ hasText: 'Ledger' })).toContainText(
    'Nothing was seen of this ledger before.',
  );
  await expect(card.getByRole('row', { name: /person of sina/ })).toContainText('in force');
  await expect(card.getByRole('region', { name: 'Ledgers seen' })).toContainText(
    `${publisher.origin}: 6 entries`,
  );
});

test('a newer list tells what changed, and the bundle is held against it', async () => {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const [petra, otto, sina] = list.signers;
  const newer = trustList({
    version: 5,
    expires: soon,
    rootKeys: list.rootKeys.with(1, listed('root d', ['preparer']).key),
    signers: [petra, otto, sina].flatMap((one) => one ?? []),
    revoked: [{ fp: sina?.fp ?? '', lastGoodSeq: 3, reason: 'The key was lost.' }],
  });
  await takeIn('newer.trust', await signedList(newer, [fileKey('root a'), fileKey('root c')]));
  const told = card.getByRole('status').filter({ hasText: 'takes the place of version 4' });
  await expect(told).toContainText('Revoked, or revoked from another position on: sina.');
  await expect(told).toContainText('The root keys changed: new 1, gone 1.');
  await expect(card).toContainText(/This list ends in (9|10) days/);
  await expect(card.getByRole('row', { name: /person of sina/ })).toContainText(
    'revoked: counts up to position 3',
  );
  await expect(inspect.outcome).not.toHaveText(/^Release\./);
  await expectAccessibleInBoth(page, 'Trust, a list', 'trust-list');
  await takeIn('older.trust', await signedList(list));
  await expect(card.getByRole('alert')).toContainText('version 5 is held already');
});
