import { parseArgs } from 'node:util';
import { Refusal } from '../../shared/base/failure.ts';
import { Role } from '../../shared/bundle/statement.ts';
import { readLocalFile } from '../node/local-file.ts';
import type { Command } from './command.ts';
import { approveWithSignature, writeStatement } from './commands/approve-elsewhere.ts';
import { approve } from './commands/approve.ts';
import { inspect } from './commands/inspect.ts';
import { keygen } from './commands/keygen.ts';
import { verify } from './commands/verify.ts';
import { ledgerFolder, ledgerHelp } from './ledger-folder.ts';
import type { CommandOutcome } from './outcome.ts';
import { witnessHelp, witnessIn } from './witness-file.ts';
import { policyArgument } from './recipe-argument.ts';

const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
const helped = (help: string): CommandOutcome => ({ exitCode: 0, json: { help }, text: help });

function need(value: string | undefined, option: string, what: string): string {
  if (value === undefined) throw new Refusal('bad-option', `${what}: ${option}. See --help.`, { option });
  return value;
}

async function passphraseIn(path: string | undefined): Promise<string> {
  const bytes = await readLocalFile(
    need(path, '--passphrase-file FILE', 'Say where the passphrase is'),
    64 * 1024,
  );
  return new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
}

const keygenHelp = `Make a signing key: NAME.key.json (encrypted), NAME.pub, and, unless they exist, allowed_signers and trust.json beside it.

  keygen --out NAME --passphrase-file F [--id ID] [--person P] [--role ROLE ...]

  --id      the signer's name in statements (default: NAME without folders)
  --person  who that is (default: the id)
  --role    preparer, privacy-officer or second-signer; may stand several times (default: all)
`;

/** `keygen`. */
export const keygenCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      id: { type: 'string' },
      person: { type: 'string' },
      role: { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return helped(keygenHelp);
  const name = need(values.out ?? positionals[0], '--out NAME', 'Say where to write the key').replace(
    /\.key\.json$/,
    '',
  );
  const roles = values.role?.map((role) => roleOf(role));
  return keygen({
    name,
    id: values.id ?? name.replace(/^.*[/\\]/, ''),
    passphrase: await passphraseIn(values['passphrase-file']),
    created: now().slice(0, 10),
    ...(values.person !== undefined && { person: values.person }),
    ...(roles && { roles }),
  });
};

const verifyHelp = `Check a bundle from anyone: one line per check, an error code for each failure.

  verify BUNDLE [--trust F] [--remember] [--witness F]

  --trust F  whose keys you know: trust.json, an OpenSSH allowed_signers file, or a folder that trust import keeps. Without it no
             key is known.
  --remember   keep what the bundle shows of its publisher's ledger, and hold it against what was seen before
${witnessHelp}

Exit code 0: a release (or DEMO) whose every check holds; 1: not; 2: the file could not be read.
`;

/** `verify`. */
export const verifyCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      trust: { type: 'string' },
      remember: { type: 'boolean', default: false },
      witness: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return helped(verifyHelp);
  const path = need(positionals[0], 'verify BUNDLE', 'Say which bundle to check');
  const { trust, remember, witness } = values;
  const isWitness = remember || witness !== undefined;
  return verify(path, trust, isWitness ? { witness: witnessIn(witness), remember } : undefined);
};

const inspectHelp = `Show what is in a bundle: release, recipe, policy, evidence, table. Checks digests first; trusts no key.

  inspect BUNDLE [--policy P [--trust F]]

  --policy P  hold it against another policy: a file, or preset:default, preset:solo, preset:demo
  --trust F   whose approvals count for that policy: trust.json or an OpenSSH allowed_signers file

Exit code 0: its contents could be read and, with --policy, no rule is broken; 1: not; 2: a file could not be read. Of some rules
the bundle does not tell enough: they are named, and break nothing.
`;

/** `inspect`. */
export const inspectCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { policy: { type: 'string' }, trust: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return helped(inspectHelp);
  const path = need(positionals[0], 'inspect BUNDLE', 'Say which bundle to show');
  if (values.policy === undefined) return inspect(path);
  return inspect(path, { policy: await policyArgument(values.policy), trustPath: values.trust });
};

const approveHelp = `Add an approval to a prepared bundle. The file is replaced; its digest stays.

  approve BUNDLE --key F --passphrase-file F --role privacy-officer|second-signer --id ID [--comment TEXT] [--trust F]

With a key that is not in a key file (FIDO2 token, smart card, agent), in two steps:

  approve BUNDLE --statement-out S.json --role ROLE --id ID [--comment TEXT]   writes what is to be signed, and says how
  approve BUNDLE --signature S.json.sig [--statement S.json]                   adds the signature ssh-keygen made

  --trust F       which keys belong to one person: trust.json, an OpenSSH allowed_signers file, or a folder of trust import
${ledgerHelp}; what is signed is recorded in its audit log

Refused: whoever prepared the release, unless its policy lets one person do both, and whoever approved it before.
`;

/** `approve`. */
export const approveCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      'passphrase-file': { type: 'string' },
      role: { type: 'string' },
      id: { type: 'string' },
      comment: { type: 'string' },
      'claimed-time': { type: 'string' },
      'statement-out': { type: 'string' },
      trust: { type: 'string' },
      ledger: { type: 'string' },
      statement: { type: 'string' },
      signature: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return helped(approveHelp);
  const path = need(positionals[0], 'approve BUNDLE', 'Say which bundle to approve');
  const { signature, statement = signature?.replace(/\.sig$/, '') } = values;
  const toSign = { path, ledger: ledgerFolder(values.ledger), trustPath: values.trust };
  if (signature !== undefined)
    return approveWithSignature({ ...toSign, signature, statement: statement ?? '' });
  const said = {
    ...toSign,
    role: roleOf(need(values.role, '--role ROLE', 'Say in which role you approve')),
    id: need(values.id, '--id ID', 'Say who approves'),
    claimedTime: values['claimed-time'] ?? now(),
    ...(values.comment !== undefined && { comment: values.comment }),
  };
  if (values['statement-out'] !== undefined) return writeStatement({ ...said, out: values['statement-out'] });
  return approve({
    ...said,
    keyPath: need(values.key, '--key FILE', 'Say which key signs'),
    passphrase: await passphraseIn(values['passphrase-file']),
  });
};

function roleOf(text: string): Role {
  const role = Role.safeParse(text);
  if (role.success) return role.data;
  throw new Refusal('bad-option', `There is no role ${text}: use ${Role.options.join(', ')}.`, {
    option: 'role',
  });
}
