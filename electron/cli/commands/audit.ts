import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { storedApprovals } from '../../../shared/bundle/approvals.ts';
import { signWithSsh } from '../../../shared/bundle/ssh-signature.ts';
import { Statement } from '../../../shared/bundle/statement.ts';
import { readZip } from '../../../shared/bundle/zip-read.ts';
import { auditAnchors, type AuditAnchors } from '../../../shared/ledger/audit-anchors.ts';
import { auditLine, type AuditRead } from '../../../shared/ledger/audit-chain.ts';
import type { AuditRecord } from '../../../shared/ledger/audit-record.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { auditIn } from '../audit-here.ts';
import type { Command } from '../command.ts';
import { ledgerFolder, ledgerHelp } from '../ledger-folder.ts';
import type { CommandOutcome } from '../outcome.ts';
import { keysHere, keyToSign } from '../signing-key.ts';
import { readBundle } from './verify.ts';

const help = `Check, show or hand over the audit log of this workstation.

  audit verify [--anchor HEX ...] [--bundle BUNDLE ...] [--ledger DIR]
  audit show   [--about DIGEST] [--ledger DIR]
  audit export --out FILE [--key F --passphrase-file F] [--ledger DIR]

  --anchor HEX    a head of the log that is known from elsewhere, such as a printed report; may stand several times
  --bundle B      a bundle signed here: the heads its statements name are anchors
  --about DIGEST  only records about this digest or fingerprint
  --key F         also writes FILE.sig, an SSH signature in the namespace freigabe.audit.v1
${ledgerHelp}

Exit code 1: a record was changed, left out, moved or put in, or an anchor is not in the log, so that it was cut off or is another one.
Whether records were cut off behind the last anchor is not detectable.
`;

const options = {
  anchor: { type: 'string', multiple: true },
  bundle: { type: 'string', multiple: true },
  about: { type: 'string' },
  out: { type: 'string' },
  key: { type: 'string' },
  'passphrase-file': { type: 'string' },
  ledger: { type: 'string' },
  help: { type: 'boolean' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
type Held = Extract<AuditRead, { readonly ok: true }>;

/** `audit`: whether the log holds, what it says, and a copy for an inspection. */
export const audit: Command = async (args) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const read = await auditIn(ledgerFolder(values.ledger)).read();
  if (!read.ok) return doesNotHold(read);
  switch (positionals[0]) {
    case 'verify':
      return verified(read, await anchorsOf(values));
    case 'show':
      return shown(read.records.filter(({ obj }) => values.about === undefined || obj === values.about));
    case 'export':
      return exported(read, values);
    case undefined:
    default:
      throw new Refusal('bad-option', 'Say what to do: audit verify, audit show or audit export.', {
        option: 'audit',
      });
  }
};

function doesNotHold({ line, fault }: Extract<AuditRead, { readonly ok: false }>): CommandOutcome {
  const what = { form: 'is no record', order: 'has another number', link: 'does not follow from it' }[fault];
  return {
    exitCode: 1,
    json: { holds: false, line, fault },
    text: `The audit log does not hold: line ${line} ${what}, after the line before.\n`,
  };
}

async function anchorsOf({ anchor = [], bundle = [] }: Values): Promise<readonly string[]> {
  const wrong = anchor.find((digest) => !/^[0-9a-f]{64}$/.test(digest));
  if (wrong !== undefined)
    throw new Refusal('bad-option', `--anchor ${wrong}: give 64 hexadecimal digits.`, { option: 'anchor' });
  const files = await Promise.all(bundle.map(readBundle));
  return [...anchor, ...files.flatMap(headsIn)];
}

/** The heads that the statements of a bundle name; its signatures are the business of `verify`. */
function headsIn(bytes: Uint8Array): readonly string[] {
  const zip = readZip(bytes);
  if (!zip.ok) return [];
  return storedApprovals(zip.files).flatMap(({ statement = new Uint8Array() }) => {
    const read = Statement.safeParse(JSON.parse(new TextDecoder().decode(statement))).data;
    return read?.predicate.auditHead ?? [];
  });
}

function verified({ records, digests, head }: Held, asked: readonly string[]): CommandOutcome {
  const anchors = auditAnchors(digests, asked);
  const { found, missing, unanchored } = anchors;
  const holds = missing.length === 0;
  const json = { holds, records: records.length, head, found: [...found], missing: [...missing], unanchored };
  return { exitCode: holds ? 0 : 1, json, text: verifiedText(records.length, head, anchors) };
}

function verifiedText(count: number, head: string, { found, missing, unanchored }: AuditAnchors): string {
  const behind = `Whether records were cut off behind the last of these ${count} is not detectable from the log alone`;
  const lines = [
    missing.length === 0
      ? `${count} records hold; head ${head}`
      : 'The audit log was cut off, or is another one.',
    ...found.map(({ digest, seq }) => `anchor ${digest} is record ${seq}`),
    ...missing.map((digest) => `anchor ${digest} is NOT in the log`),
    found.length === 0
      ? `${behind}: compare the head with a signed statement or a printed report.`
      : `${behind}; ${unanchored} stand behind the last anchor.`,
  ];
  return `${lines.join('\n')}\n`;
}

function shown(records: readonly AuditRecord[]): CommandOutcome {
  const lines = records.map(({ seq, t, actor, role, ev, obj, data }) => {
    const facts = Object.entries(data).map(([name, value]) => `${name} ${value}`);
    return [`${seq}`, t, role === '' ? actor : `${actor} (${role})`, ev, obj, facts.join(', ')]
      .join('  ')
      .trimEnd();
  });
  return {
    exitCode: 0,
    json: { records },
    text: lines.map((line) => `${line}\n`).join(''),
  };
}

async function exported({ records, head }: Held, values: Values): Promise<CommandOutcome> {
  const { out } = values;
  if (out === undefined) throw new Refusal('bad-option', 'Say where to: --out FILE.', { option: 'out' });
  const bytes = utf8(records.map((record) => `${auditLine(record)}\n`).join(''));
  await writeAtomic(out, bytes);
  const isSigned = values.key !== undefined;
  if (isSigned) await writeAtomic(`${out}.sig`, await signatureOf(bytes, values));
  const text = `${records.length} records in ${out}${isSigned ? `, signed in ${out}.sig` : ''}; head ${head}\n`;
  return { exitCode: 0, json: { records: records.length, head, path: out, signed: isSigned }, text };
}

async function signatureOf(bytes: Uint8Array, values: Values): Promise<Uint8Array> {
  const { key, passphrase } = await keyToSign(values.key, values['passphrase-file']);
  if (key.kind === 'demo') throw new Error('the demo key signs no log');
  const unlocked = await keysHere.unlock(key.keyFile, passphrase);
  try {
    return await signWithSsh('freigabe.audit.v1', bytes, unlocked, nodeCrypto);
  } finally {
    unlocked.close();
  }
}
