import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import { correctedMappings, extractFiles, extractHelp, extractOptions } from '../extract-arguments.ts';
import { attackedCandidate } from '../attacked-candidate.ts';
import { inVault } from '../in-vault.ts';
import { createLedgerStore } from '../../node/ledger-store.ts';
import type { Command } from '../command.ts';
import { engineArgument, engineHelp, engineOptions } from '../engine-argument.ts';
import { ledgerFolder, ledgerHelp } from '../ledger-folder.ts';
import { correctionsOf } from '../mapping-argument.ts';
import { policyArgument, recipeArgument, recipeHelp } from '../recipe-argument.ts';
import { writeRejects } from '../rejects-argument.ts';
import { sealCandidate } from '../seal-candidate.ts';
import { keyToSign } from '../signing-key.ts';

const help = `Count an extract by a recipe, try the attacks on it, evaluate every gate, sign, and write a bundle.

  release --events F --recipe F|preset:NAME --key F --passphrase-file F --out BUNDLE [options]

${extractHelp}
${engineHelp}
  --rejects F     writes the rejected lines to a file: file, line and reason, never what stood there
  --h3 N          zones of the H3 grid at resolution N, instead of --zones
${recipeHelp}
  --policy P      a policy file, or preset:default (two approvals), preset:solo (one), preset:demo (none)
  --organisation  who publishes (default: "not stated")
  --comment TEXT  comes with the signature
  --claimed-time  UTC time the signature claims, 2026-11-22T10:00:00Z (default: now)
  --key F         key file of keygen; not needed for preset:demo
  --passphrase-file F
${ledgerHelp}
  --out BUNDLE    file to write, NAME.freigabe.zip

Exit code 1: a gate does not hold, nothing was written.
`;

const options = {
  ...extractOptions,
  rejects: { type: 'string' },
  ...engineOptions,
  h3: { type: 'string' },
  recipe: { type: 'string', default: 'preset:conservative' },
  set: { type: 'string', multiple: true },
  policy: { type: 'string', default: 'preset:default' },
  organisation: { type: 'string', default: 'not stated' },
  comment: { type: 'string', default: '' },
  'claimed-time': { type: 'string' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
  ledger: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** `release`: from events to a signed bundle. The vault has ended before anything is signed. */
export const release: Command = async (args, progress) => {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const { out } = values;
  if (out === undefined)
    throw new Refusal('bad-option', 'Say where to write the bundle: --out NAME.freigabe.zip.', {
      option: 'out',
    });
  const policy = await policyArgument(values.policy);
  const asked = await recipeArgument(values.recipe, values.set ?? []);
  const recipe =
    values.h3 === undefined
      ? asked
      : { ...asked, zones: { kind: 'h3' as const, resolution: resolution(values.h3) } };
  const signing = policy.demo
    ? { key: { kind: 'demo' as const }, passphrase: '' }
    : await keyToSign(values.key, values['passphrase-file']);
  const ledger = ledgerFolder(values.ledger);
  const files = await extractFiles(values);
  const candidate = await inVault(
    {
      ...files,
      choice: engineArgument(values.engine, { sources: files.sources, policy }),
      maySpill: policy.spill === true,
      timeZone: recipe.timeZone,
      zones: recipe.zones,
      mappingsOf: (profiles) => correctedMappings(profiles, correctionsOf(values)),
      progress,
    },
    async ({ vault }) => {
      await writeRejects(vault, values.rejects, progress);
      return attackedCandidate(vault, { recipe, policy, ledger: createLedgerStore(ledger) }, progress);
    },
  );
  const { organisation, comment } = values;
  const claimedTime = values['claimed-time'] ?? `${new Date().toISOString().slice(0, 19)}Z`;
  progress('raw data is gone: sealing and signing');
  return sealCandidate({
    candidate,
    policy,
    organisation,
    comment,
    claimedTime,
    ...signing,
    out,
    ledger,
  });
};

function resolution(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 12) return value;
  throw new Refusal('bad-option', `--h3 ${text}: a resolution is a whole number from 0 to 12.`, {
    option: 'h3',
  });
}
