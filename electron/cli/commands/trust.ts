import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import { readLocalFile } from '../../node/local-file.ts';
import type { Command } from '../command.ts';
import { ledgerFolder, ledgerHelp } from '../ledger-folder.ts';
import type { CommandOutcome } from '../outcome.ts';
import { exportTrustList, importTrustList, showHeldLists, showTrustList } from './trust-keep.ts';
import { attachTrustSignature, initTrustList, signTrustList, trustListToSign } from './trust-make.ts';

const help = `A publisher's signed trust list: who may sign its releases. One file of text: the list, and its signatures.

  trust init DRAFT.json --out NAME.trust        make a list that is ready to be signed
  trust sign NAME.trust --key F --passphrase-file F   sign it with a root key of this application
  trust sign NAME.trust --bytes-out list.json   write what a root key held elsewhere signs, and how
  trust sign NAME.trust --signature list.json.sig     add that signature
  trust import NAME.trust [--fingerprint HEX] [--store DIR] [--ledger DIR]   believe it from now on
  trust show [NAME.trust] [--store DIR]         say what a list says, or which lists are held
  trust export NAME.trust --out DIR [--at N]    write allowed_signers, revoked_keys and more for ssh-keygen

  --fingerprint  of the root keys, as the publisher told it by letter or voice; the first list of a publisher needs it
  --store        folder of what is believed (default: the one the window uses)
${ledgerHelp}; import is recorded in its audit log
  --at           only who may sign a release at this position of the ledger

A newer list needs signatures of enough root keys of the list held and of its own. Exit code 1 of show: not signed by enough
root keys, or out of date.
`;

const options = {
  out: { type: 'string' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'bytes-out': { type: 'string' },
  signature: { type: 'string' },
  fingerprint: { type: 'string' },
  store: { type: 'string' },
  ledger: { type: 'string' },
  at: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Values = { readonly [Name in Exclude<keyof typeof options, 'help'>]?: string | undefined };

/** `trust`. */
export const trust: Command = async (args) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [step = '', file] = positionals;
  const run = steps[step];
  if (values.help === true || step === '') return { exitCode: 0, json: { help }, text: help };
  if (run === undefined) throw bad(`There is no trust ${step}`, 'trust');
  return run(file, values);
};

type Step = (file: string | undefined, values: Values) => Promise<CommandOutcome>;

const steps: Readonly<Record<string, Step>> = {
  init: (file, { out }) =>
    initTrustList(need(file, 'init DRAFT.json'), need(out, 'init DRAFT.json --out NAME.trust')),
  sign: (file, values) => signStep(need(file, 'sign NAME.trust'), values),
  import: (file, { store, ledger, fingerprint }) =>
    importTrustList(
      need(file, 'import NAME.trust'),
      { store: storeFolder(store), ledger: ledgerFolder(ledger) },
      fingerprint,
    ),
  show: (file, { store }) => (file === undefined ? showHeldLists(storeFolder(store)) : showTrustList(file)),
  export: (file, { out, at }) =>
    exportTrustList(need(file, 'export NAME.trust'), need(out, 'export --out DIR'), positionOf(at)),
};

async function signStep(path: string, values: Values): Promise<CommandOutcome> {
  if (values['bytes-out'] !== undefined) return trustListToSign(path, values['bytes-out']);
  if (values.signature !== undefined) return attachTrustSignature(path, values.signature);
  const key = need(values.key, 'sign --key F, --bytes-out F or --signature F');
  const secret = await readLocalFile(need(values['passphrase-file'], 'sign --passphrase-file F'), 1 << 16);
  const passphrase = new TextDecoder().decode(secret).replace(/\r?\n$/, '');
  return signTrustList(path, { path: key, passphrase });
}

/** The folder of what is believed: the one asked for, or the one the window uses for this user. */
function storeFolder(asked: string | undefined): string {
  return asked ?? dirname(ledgerFolder(undefined));
}

function positionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw bad('--at is no position', 'at');
  return Number(text);
}

function need(value: string | undefined, form: string): string {
  if (value === undefined) throw bad(`Say it as: trust ${form}`, 'trust');
  return value;
}

function bad(what: string, option: string): Refusal {
  return new Refusal('bad-option', `${what}. See trust --help.`, { option });
}
