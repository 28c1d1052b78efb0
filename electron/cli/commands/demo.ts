import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { demoPresets } from '../../../shared/demo/settings.ts';
import type { Source } from '../../../shared/extract/source.ts';
import type { Candidate } from '../../../shared/ipc/candidate.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { suggestedMappings } from '../../../shared/workflow/profile-files.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import type { Ledger } from '../../handlers/ports/ledger.ts';
import { createLedgerStore } from '../../node/ledger-store.ts';
import { readLocalFile } from '../../node/local-file.ts';
import { attackedCandidate } from '../attacked-candidate.ts';
import { inVault } from '../in-vault.ts';
import type { Command } from '../command.ts';
import { ledgerFolder } from '../ledger-folder.ts';
import { sealCandidate } from '../seal-candidate.ts';

const help = `Do the main job on the invented town, without a window: count, attack, gate, sign with the demo key, export and verify.

  demo [--out FILE] [--persons N] [--days D] [--seed S] [--ledger DIR]
`;

/** `demo`: the main job headless; exit code 0 when the bundle it wrote verifies as DEMO. */
export const demo: Command = async (args, progress) => {
  const { town } = demoPresets;
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: join('out', 'demo.freigabe.zip') },
      persons: { type: 'string', default: `${town.persons}` },
      days: { type: 'string', default: `${town.days}` },
      seed: { type: 'string', default: `${town.seed}` },
      ledger: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  await mkdir(dirname(values.out), { recursive: true });
  const source = {
    kind: 'demo',
    preset: town.preset,
    persons: Number(values.persons),
    days: Number(values.days),
    seed: Number(values.seed),
  } as const;
  const ledger = ledgerFolder(values.ledger);
  const { candidate, persons, events } = await countDemo(source, createLedgerStore(ledger), progress);
  const sealed = await sealCandidate({
    candidate,
    policy: builtInPolicies.demo,
    organisation: 'Freigabe demo',
    comment: '',
    claimedTime: `${new Date().toISOString().slice(0, 19)}Z`,
    key: { kind: 'demo' },
    passphrase: '',
    out: values.out,
    ledger,
  });
  if (sealed.exitCode !== 0) return sealed;
  const report = await verifyBundle(await readLocalFile(values.out, 2 ** 30), undefined, nodeCrypto);
  const held = report.checks.filter(({ ok }) => ok).length;
  const lines = [
    `${events} events of ${persons} persons counted`,
    sealed.text,
    `verified: ${held} of ${report.checks.length} checks hold; outcome ${report.outcome.toUpperCase()}`,
    '',
  ];
  return {
    exitCode: report.outcome === 'demo' ? 0 : 1,
    json: { ...(sealed.json as object), verified: report.outcome, checks: report.checks.length } as never,
    text: lines.join('\n'),
  };
};

async function countDemo(
  source: Source,
  ledger: Ledger,
  progress: (line: string) => void,
): Promise<{ readonly candidate: Candidate; readonly persons: number; readonly events: number }> {
  const recipe = { ...presets.conservative, title: 'Footfall in Auenfeld' };
  return inVault(
    {
      sources: {
        events: source,
        cells: source,
        persons: source,
        objections: source,
        zones: source,
        places: source,
      },
      paths: new Map(),
      noRegisterReason: '',
      timeZone: recipe.timeZone,
      zones: recipe.zones,
      mappingsOf: suggestedMappings,
      progress,
    },
    async ({ vault, understanding }) => ({
      candidate: await attackedCandidate(vault, { recipe, policy: builtInPolicies.demo, ledger }, progress),
      persons: understanding.persons,
      events: understanding.rowsKept,
    }),
  );
}
