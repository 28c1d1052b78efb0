import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import { readInstant } from '../../../shared/bundle/instant.ts';
import { ledgerPaths } from '../../../shared/bundle/names.ts';
import { checkText, type VerificationReport } from '../../../shared/bundle/report.ts';
import { SignerId } from '../../../shared/bundle/statement.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { readZip } from '../../../shared/bundle/zip-read.ts';
import { readCheckpoint } from '../../../shared/checkpoint/checkpoint.ts';
import { cosign, type Witness } from '../../../shared/checkpoint/cosignature.ts';
import type { SeenLedger } from '../../../shared/checkpoint/seen-ledger.ts';
import { writeNote } from '../../../shared/checkpoint/signed-note.ts';
import { comparable, standingOf } from '../../../shared/checkpoint/witness.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import type { Command } from '../command.ts';
import type { CommandOutcome } from '../outcome.ts';
import { ledgerFolder, ledgerHelp } from '../ledger-folder.ts';
import { keysHere, keyToSign } from '../signing-key.ts';
import { witnessHelp, witnessIn } from '../witness-file.ts';
import { checkReceipt } from './receipt-check.ts';
import { readBundle, readTrust } from './verify.ts';

const help = `Give a publisher a receipt: the checkpoint of the ledger in a bundle, signed by you as a witness (C2SP cosignature/v1).

  receipt BUNDLE --trust F --key F --passphrase-file F --name NAME [--out FILE] [--witness F]
  receipt check FILE --key NAME.pub --name NAME [--ledger DIR]

  --trust F   whose keys you know; it must name the key of the ledger
  --key F     a key of your own, for receipts only (keygen)
  --name      your name as a witness, such as regulator.example
  --out FILE  where to (default: BUNDLE.receipt.txt)
${witnessHelp}
  --time T    UTC time the receipt claims, 2026-11-22T10:00:00Z (default: now)

No receipt (exit code 1) for what does not verify as a release, for a ledger that disagrees with what was seen before (fork), and for one
that is shorter (rollback). What gets a receipt is remembered.

check is for the publisher: whether the receipt is signed by that witness, and tells a state this ledger went through (exit code 1: not).
  --key F     the witness's public key, as they told it
${ledgerHelp}
`;

const options = {
  trust: { type: 'string' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
  name: { type: 'string' },
  out: { type: 'string' },
  witness: { type: 'string' },
  time: { type: 'string' },
  ledger: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** `receipt`: a regulator's word that they saw this state of a publisher's ledger. */
export const receipt: Command = async (args) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  if (positionals[0] === 'check')
    return checkReceipt({
      path: asked(positionals[1], 'receipt check FILE', 'which receipt'),
      keyPath: asked(values.key, '--key NAME.pub', 'which key the witness has'),
      name: witnessName(asked(values.name, '--name NAME', 'the name of the witness')),
      ledger: ledgerFolder(values.ledger),
    });
  const path = asked(positionals[0], 'receipt BUNDLE', 'which bundle');
  const trustPath = asked(values.trust, '--trust F', 'whose keys you know');
  const name = witnessName(asked(values.name, '--name NAME', 'your name as a witness'));
  const time = secondsOf(values.time ?? `${new Date().toISOString().slice(0, 19)}Z`);
  const { key, passphrase } = await keyToSign(values.key, values['passphrase-file']);
  if (key.kind === 'demo') throw new Error('the demo key gives no receipts');
  const witness = witnessIn(values.witness);
  const trust: Trust = { ...(await readTrust(trustPath)), seen: await witness.seen() };
  const bytes = await readBundle(path);
  const signer = await keysHere.unlock(key.keyFile, passphrase);
  const given = await giveReceipt(bytes, trust, { name, signer }, time).finally(() => signer.close());
  if ('reason' in given) return notGiven(given);
  const { note, ledger } = given;
  const out = values.out ?? `${path}.receipt.txt`;
  await witness.remember(ledger);
  await writeAtomic(out, note);
  const { origin, size, root } = ledger;
  const text = `receipt for ${origin}: ${size} entries, root ${root}\nfile    ${out}\n`;
  return { exitCode: 0, json: { receipt: true, origin, size, root, name, time, path: out }, text };
};

interface Refused {
  readonly reason: NotGiven;
  readonly report: VerificationReport;
}

/** A receipt for the ledger in a bundle, as a note with both signatures, or why there is none. */
export async function giveReceipt(
  bytes: Uint8Array,
  trust: Trust,
  witness: Witness,
  time: number,
): Promise<Refused | { readonly note: Uint8Array; readonly ledger: SeenLedger }> {
  const report = await verifyBundle(bytes, trust, nodeCrypto);
  const { ledger } = report;
  const reason = refusalOf(report, trust);
  if (reason !== undefined || ledger === undefined) return { reason: reason ?? 'no-ledger', report };
  return { note: await receiptFor(bytes, witness, time), ledger };
}

type NotGiven = 'not-a-release' | 'no-ledger' | 'no-ledger-key' | 'rollback';

function refusalOf({ outcome, ledger }: VerificationReport, trust: Trust): NotGiven | undefined {
  if (outcome !== 'release') return 'not-a-release';
  if (ledger === undefined) return 'no-ledger';
  if (ledger.key === '') return 'no-ledger-key';
  return isRolledBack(ledger, trust) ? 'rollback' : undefined;
}

function isRolledBack(ledger: SeenLedger, { ledgerKeys, seen = [] }: Trust): boolean {
  const trusted = ledgerKeys
    .filter(({ origin }) => origin === ledger.origin)
    .map((one) => toHex(one.publicKey));
  return comparable(ledger, seen, trusted).some((before) => standingOf(ledger, before) === 'older');
}

const reasons: Readonly<Record<NotGiven, string>> = {
  'not-a-release': 'The bundle does not verify as a release.',
  'no-ledger': 'The release names no ledger.',
  'no-ledger-key': 'Your trust list names no key for this ledger.',
  rollback: 'Rollback: a longer history of this ledger was seen before.',
};

function notGiven({ reason, report }: Refused): CommandOutcome {
  const wrong = report.checks.flatMap((check) => (check.ok ? [] : [`${check.code} ${checkText(check)}`]));
  const text = ['No receipt.', reasons[reason], ...wrong, ''].join('\n');
  return { exitCode: 1, json: { receipt: false, reason, wrong }, text };
}

async function receiptFor(bytes: Uint8Array, witness: Witness, time: number): Promise<Uint8Array> {
  const zip = readZip(bytes);
  const file = zip.ok ? zip.files.get(ledgerPaths.checkpoint) : undefined;
  const read = file && readCheckpoint(file);
  if (read === undefined) throw new Error('a ledger that holds has a checkpoint');
  const signature = await cosign(read.checkpoint, witness, time, nodeCrypto);
  return writeNote({ text: read.note.text, signatures: [...read.note.signatures, signature] });
}

function asked(value: string | undefined, option: string, what: string): string {
  if (value !== undefined) return value;
  throw new Refusal('bad-option', `Say ${what}: ${option}. See --help.`, { option });
}

function witnessName(name: string): string {
  if (SignerId.safeParse(name).success && !name.includes('+')) return name;
  throw new Refusal('bad-option', `--name ${name}: use letters, digits and . _ @ - only.`, {
    option: 'name',
  });
}

function secondsOf(time: string): number {
  const seconds = readInstant(time)?.seconds;
  if (seconds !== undefined && time.endsWith('Z')) return seconds;
  throw new Refusal('bad-option', `--time ${time}: write a time in UTC like 2026-11-22T10:00:00Z.`, {
    option: 'time',
  });
}
