import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import type { Json } from '../../../shared/base/json.ts';
import { type LedgerEntry, releasesOf, withdrawalOf } from '../../../shared/ledger/ledger-entry.ts';
import { chainNames, type ChainName } from '../../handlers/ports/ledger.ts';
import { createLedgerStore } from '../../node/ledger-store.ts';
import type { Command } from '../command.ts';
import type { CommandOutcome } from '../outcome.ts';
import { witnessHelp, witnessIn } from '../witness-file.ts';
import { rememberFiles } from './ledger-remember.ts';
import { ledgerCheckpoint, rotateKey } from './ledger-state.ts';
import { ledgerFolder, ledgerHelp } from '../ledger-folder.ts';

const help = `Show the releases this workstation has made, or check that none of the records was changed.

  ledger list [--ledger DIR] [--chain release|demo]
  ledger verify [--ledger DIR] [--chain release|demo]
  ledger checkpoint [--ledger DIR] [--out FOLDER]
  ledger rotate-key [--ledger DIR]
  ledger remember CHECKPOINT LEAVES --trust F [--witness F]

${ledgerHelp}
  --chain NAME    release (default) or demo
  --trust F       whose ledgers you believe
${witnessHelp}

checkpoint prints the ledger's name, key and present state, signed, for comparing; with --out also as checkpoint.txt and leaves.txt.
remember takes in what another publisher wrote with checkpoint --out, so that its withdrawals show when bundles are verified with
--witness or --remember. --trust must name the key of that ledger (a folder of trust import). Exit code 1: E_LEDGER, E_LEDGER_KEY, E_FORK, or
E_ROLLBACK for less than was seen before; nothing is remembered then.
rotate-key makes a new key for checkpoints; the name stays. Tell regulators the new public key.
verify checks every link and the digest of every kept bundle. Entries taken off the end cannot be seen: compare the head with a
printed one. Exit code 2: a record or a bundle was changed.
`;

/** `ledger`: what was released, and whether the records hold. */
export const ledger: Command = async (args, progress) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ledger: { type: 'string' },
      chain: { type: 'string', default: 'release' },
      out: { type: 'string' },
      trust: { type: 'string' },
      witness: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const [what, ...paths] = positionals;
  if (what === 'remember') return rememberStep(paths, values);
  const folder = ledgerFolder(values.ledger);
  if (what === 'checkpoint') return ledgerCheckpoint(folder, values.out);
  if (what === 'rotate-key') return rotateKey(folder);
  if (what !== 'list' && what !== 'verify')
    throw new Refusal(
      'bad-option',
      'Say what to do: ledger list, verify, checkpoint, remember or rotate-key.',
      {
        option: 'ledger',
      },
    );
  const chain = chainNamed(values.chain);
  const store = createLedgerStore(folder);
  const { entries, head } = await store.read(chain);
  if (what === 'list')
    return { exitCode: 0, json: { head, entries } as unknown as Json, text: listText(entries, head) };
  for (const entry of chain === 'release' ? releasesOf(entries) : []) {
    progress(`${entry.releaseId}: reading the kept bundle`);
    // One bundle at a time: a table may be hundreds of megabytes.
    // oxlint-disable-next-line no-await-in-loop
    await store.kept(entry);
  }
  const text = `${entries.length} entries hold; head ${head}\n`;
  return { exitCode: 0, json: { entries: entries.length, head, holds: true }, text };
};

function rememberStep(
  [checkpoint, leaves]: readonly string[],
  { trust, witness }: { readonly trust?: string | undefined; readonly witness?: string | undefined },
): Promise<CommandOutcome> {
  if (checkpoint === undefined || leaves === undefined || trust === undefined)
    throw new Refusal('bad-option', 'Say it as: ledger remember CHECKPOINT LEAVES --trust F.', {
      option: 'ledger remember',
    });
  return rememberFiles({ checkpoint, leaves, trustPath: trust, witness: witnessIn(witness) });
}

function chainNamed(name: string): ChainName {
  const chain = chainNames.find((one) => one === name);
  if (chain !== undefined) return chain;
  throw new Refusal('bad-option', `There is no chain ${name}: release or demo.`, { option: 'chain' });
}

function listText(entries: readonly LedgerEntry[], head: string): string {
  const lines = entries.map((entry) => entryText(entry, entries));
  return [...lines, `head ${head}`, ''].join('\n');
}

function entryText(entry: LedgerEntry, entries: readonly LedgerEntry[]): string {
  const { sequence, releaseId, releaseDigest } = entry;
  if (entry.kind === 'withdrawal')
    return [`${sequence}`, 'withdrawal', releaseId, entry.reason, releaseDigest].join('  ');
  const { outcome, period, products } = entry;
  const withdrawn = withdrawalOf(entries, releaseDigest) === undefined ? outcome : `${outcome}, withdrawn`;
  const days = `${period.from} to ${period.to}`;
  return [`${sequence}`, withdrawn, releaseId, days, products.join(' '), releaseDigest].join('  ');
}
