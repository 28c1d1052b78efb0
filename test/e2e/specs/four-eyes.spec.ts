import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createKeyFile, keyFileBytes, publicKeyOf } from '../../../electron/node/key-file.ts';
import { allowedSignerLine } from '../../../shared/bundle/allowed-signers.ts';
import { publicKeyLine } from '../../../shared/bundle/ssh-key.ts';
import type { TrustFile } from '../../../shared/bundle/trust.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { DecideScreen } from '../screens/decide-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { InspectScreen } from '../screens/inspect-screen.ts';
import { ReceiptScreen } from '../screens/receipt-screen.ts';
import { SealScreen } from '../screens/seal-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { expectAccessibleInBoth } from '../support/accessible.ts';
import { commandLine } from '../support/command-line.ts';
import { launchFreigabe, type LaunchedFreigabe } from '../support/launch.ts';
import { takePicture } from '../support/picture.ts';
import { openPolicy } from '../support/opened-policy.ts';
import { prepareDialogs } from '../support/prepared-dialogs.ts';
import { removeFolder } from '../support/remove-folder.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'freigabe-four-eyes-'));
const userData = mkdtempSync(join(tmpdir(), 'freigabe-four-eyes-data-'));
const at = (name: string): string => join(folder, name);
const passphrase = 'one two three four five';
const [prepared, approved, released] = ['1', '2', '3'].map((name) => at(`${name}.freigabe.zip`)) as [
  string,
  string,
  string,
];
const { default: usual } = builtInPolicies;
const policy = {
  ...usual,
  id: 'four-eyes',
  title: 'Four eyes',
  maximumRegisterAgeHours: null,
  attacks: { ...usual.attacks, required: [] },
  signing: { comment: true, dpiaReference: true, recipientProfile: true, reviewByDays: 365 },
};
const dialogs = prepareDialogs();
let freigabe: LaunchedFreigabe;
let page: Page;
let decide: DecideScreen;

async function start(...args: readonly string[]): Promise<void> {
  freigabe = await launchFreigabe({
    args: [...args, '--language', 'en', '--theme', 'light'],
    env: dialogs.env,
    userData,
  });
  page = await freigabe.window('desk');
  decide = new DecideScreen(page);
}

/** A key file and its line in the trust list. */
async function keyOf(id: string, roles: TrustFile['signers'][number]['roles']) {
  const file = await createKeyFile(id, passphrase, '2026-05-20');
  writeFileSync(at(`${id}.key.json`), keyFileBytes(file));
  return { id, person: id, roles, key: publicKeyLine(publicKeyOf(file), '') };
}

test.beforeAll(async () => {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'cleo', '-f', at('cleo')]);
  const [type = '', key = ''] = readFileSync(at('cleo.pub'), 'utf8').split(' ');
  const signers: TrustFile['signers'] = [
    await keyOf('anna', ['preparer', 'privacy-officer']),
    await keyOf('ben', ['privacy-officer']),
    { id: 'cleo', person: 'cleo', roles: ['second-signer'], key: `${type} ${key}` },
  ];
  writeFileSync(join(userData, 'trust.json'), JSON.stringify({ v: 1, signers }));
  await start('--demo');
});

test.afterAll(async () => {
  await freigabe.close();
  for (const each of [folder, userData]) removeFolder(each);
});

async function sealWith(digest: string, name: string): Promise<void> {
  const seal = new SealScreen(await freigabe.window('seal'));
  await expect(seal.digestGroups).toHaveCount(8);
  expect(await seal.digest()).toBe(digest);
  await takePicture(seal.page, `seal-of-${name}`);
  await seal.passphrase.fill(passphrase);
  await seal.finish(seal.page.locator('button.primary'));
}

async function open(bundle: string): Promise<void> {
  dialogs.answer({ open: { bundle } });
  await new FrameScreen(page).go('inspect');
  await page.getByRole('button', { name: /^Open (another )?bundle…$/ }).click();
  await expect(new InspectScreen(page).fileName).toContainText(bundle.slice(folder.length + 1));
  await decide.enter();
}

let digest = '';

test('a release says what the policy asks for before its preparer can sign it', async () => {
  test.setTimeout(200_000);
  const tune = new TuneScreen(page);
  await tune.bars.first().waitFor({ timeout: 90_000 });
  await openPolicy(page, dialogs, policy);
  await tune.settled();
  await new FrameScreen(page).go('approve');
  const approve = new ApproveScreen(page);
  await approve.fillTerms();
  dialogs.answer({ open: { key: at('anna.key.json') }, save: { bundle: prepared } });
  await page.getByRole('button', { name: 'Choose key file…' }).click();
  const needs = page.locator('.needs');
  await expect(needs).toContainText('asks for a comment of each signer');
  await approve.fill('Comment', 'Every district was looked at.');
  await expect(needs).toContainText('asks for the reference of the data protection impact assessment');
  await page.getByLabel('Reference of the impact assessment').fill('DSFA 7/2026');
  await page.getByLabel('Meant for').selectOption('buyer');
  await page.getByLabel('To be reviewed by', { exact: true }).fill('2027-05-21');
  await expect(needs).toContainText('lies later than the policy allows');
  await page.getByLabel('To be reviewed by', { exact: true }).fill('2027-05-20');
  await expect(approve.sign).not.toHaveAttribute('aria-disabled', 'true');
  await expectAccessibleInBoth(page, 'Approve with everything a policy can ask for', 'approve-asked');
  await approve.sign.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await expect(seal.digestGroups).toHaveCount(8);
  digest = await seal.digest();
  await expect(seal.page.getByText('DSFA 7/2026')).toBeVisible();
  await seal.passphrase.fill(passphrase);
  await seal.finish(seal.sign);
  await expect(new ReceiptScreen(page).outcome).toContainText(/prepared/i);
  expect(existsSync(prepared)).toBe(true);
});

test('whoever prepared it cannot approve it', async () => {
  await open(prepared);
  await expect(decide.chain).toContainText('2 more persons must approve');
  await expect(decide.act).toHaveAttribute('aria-disabled', 'true');
  await decide.choose('Approve');
  await expect(page.getByRole('checkbox', { checked: true }), 'nothing is ticked beforehand').toHaveCount(0);
  dialogs.answer({ open: { key: at('anna.key.json') } });
  await decide.chooseKey();
  await decide.confirmAll();
  await decide.comment.fill('Mine.');
  await expect(decide.needs).toHaveText([
    'This person prepared the release and cannot approve it too. Another person must.',
  ]);
  await expectAccessibleInBoth(page, 'Decide', 'decide');
});

test('a rejection is signed and kept, and the bundle stays as it is', async () => {
  const before = readFileSync(prepared);
  dialogs.answer({ open: { key: at('ben.key.json') } });
  await decide.choose('Reject');
  await decide.chooseKey();
  await decide.comment.fill('');
  await expect(decide.needs).toHaveText(['Write the reason.', 'Choose the role in which you sign.']);
  await decide.comment.fill('The hours are too fine.');
  await decide.role.selectOption('privacy-officer');
  await decide.act.click();
  await sealWith(digest, 'rejection');
  await expect(page.getByRole('region', { name: 'Rejected' })).toContainText('kept on this workstation');
  await expect(
    page.getByText(/Rejected on .* by ben \(privacy officer\): The hours are too fine/),
  ).toBeVisible();
  expect(readFileSync(prepared)).toEqual(before);
});

test('another person approves with a key file, over what was signed before', async () => {
  await open(prepared);
  dialogs.answer({ open: { key: at('ben.key.json') }, save: { bundle: approved } });
  await decide.choose('Approve');
  await decide.chooseKey();
  await expect(decide.needs.first()).toHaveText('Confirm what you did.');
  await decide.confirmAll();
  await decide.comment.fill('Days instead of hours were agreed.');
  await decide.role.selectOption('privacy-officer');
  await decide.act.click();
  await sealWith(digest, 'approval');
  await expect(page.getByRole('region', { name: 'Approved' })).toContainText('one more person must approve');
  await expectAccessibleInBoth(page, 'Decide, approved', 'decide-approved');
});

test('the second signs elsewhere with ssh-keygen, and waiting for it survives a restart', async () => {
  await open(approved);
  const statement = at('02-second-signer.json');
  dialogs.answer({ save: { statement } });
  await decide.choose('Approve');
  await decide.confirmAll();
  await decide.comment.fill('Agreed.');
  await decide.signElsewhere('cleo');
  await decide.role.selectOption('second-signer');
  await decide.act.click();
  const seal = new SealScreen(await freigabe.window('seal'));
  await expect(seal.digestGroups).toHaveCount(8);
  expect(await seal.digest()).toBe(digest);
  await seal.finish(seal.page.getByRole('button', { name: 'Write the statement…' }));
  const command = await decide.waiting.locator('pre').textContent();
  expect(command).toBe('ssh-keygen -Y sign -n freigabe.approval.v1 -f KEY 02-second-signer.json');
  await expectAccessibleInBoth(page, 'Decide, waiting for a signature', 'decide-waiting');
  await freigabe.close();
  const [program = '', ...words] = (command ?? '').replace('KEY', at('cleo')).split(' ');
  execFileSync(program, words, { cwd: folder, stdio: 'pipe' });
  await start();
  await open(approved);
  dialogs.answer({ open: { signature: `${statement}.sig` }, save: { bundle: released } });
  await decide.waiting.getByRole('button', { name: 'Import signature…' }).click();
  await expect(page.getByRole('region', { name: 'Approved' })).toContainText('The bundle is a release now');
  await expect(decide.waiting).toHaveCount(0);
  const { exitCode, json } = commandLine('verify', released, '--trust', join(userData, 'trust.json'));
  expect(json).toMatchObject({ outcome: 'release', releaseDigest: digest });
  expect(exitCode).toBe(0);
});

test('a release is withdrawn for good, with a notice anybody can check', async () => {
  await open(released);
  const notice = at('withdrawn.json');
  dialogs.answer({ open: { key: at('ben.key.json') }, save: { notice } });
  await decide.choose('Withdraw');
  await page.getByLabel('Reason in one word, for the ledger').selectOption('objection');
  await decide.page.getByLabel('Reason', { exact: true }).fill('An objection came late.');
  await decide.chooseKey();
  await decide.role.selectOption('privacy-officer');
  await decide.act.click();
  await sealWith(digest, 'withdrawal');
  await expect(page.getByRole('region', { name: 'Withdrawn' })).toContainText('How to announce it');
  await expectAccessibleInBoth(page, 'Decide, withdrawn', 'decide-withdrawn');
  const trust = JSON.parse(readFileSync(join(userData, 'trust.json'), 'utf8')) as TrustFile;
  const key = trust.signers.find(({ id }) => id === 'ben')?.key ?? '';
  writeFileSync(at('allowed_signers'), `${allowedSignerLine('ben', key)}\n`);
  const check = ['-Y', 'verify', '-f', at('allowed_signers'), '-I', 'ben', '-n', 'freigabe.approval.v1'];
  execFileSync('ssh-keygen', [...check, '-s', `${notice}.sig`], {
    input: readFileSync(notice),
    stdio: 'pipe',
  });
  expect(readFileSync(notice, 'utf8')).toContain(digest);
  await decide.page.getByRole('button', { name: 'Back to inspection' }).click();
  await open(released);
  await decide.choose('Approve');
  await expect(decide.needs.filter({ hasText: 'It was withdrawn.' })).toBeVisible();
});
