import { z } from 'zod';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { toHex } from '../base/hex.ts';
import type { Crypto } from '../ports/crypto.ts';
import { LedgerEntry, type ReleaseToRecord, type WithdrawalToRecord } from './ledger-entry.ts';

/** What stands before the first entry. */
export const emptyHead = '0'.repeat(64);
const context = 'freigabe-ledger-v1\n';

/** A ledger that was read: its entries oldest first and the digest of the last, or the first line that does not hold. */
export type ChainRead =
  | { readonly ok: true; readonly entries: readonly LedgerEntry[]; readonly head: string }
  | { readonly ok: false; readonly line: number; readonly fault: ChainFault };

/**
 * `form`: no entry in the one canonical form; `order`: its number is not the next; `link`: it does not follow from the one before;
 * `earlier`: the first entry is of a form without `kind`, from before there were withdrawals.
 */
export type ChainFault = 'form' | 'order' | 'link' | 'earlier';

/** The digest of an entry: SHA-256 of `freigabe-ledger-v1`, a line feed, and its canonical JSON. */
export function digestOfEntry(entry: LedgerEntry, crypto: Crypto): string {
  return toHex(crypto.sha256(utf8(`${context}${lineOf(entry)}`)));
}

/** The digest that the next entry must name. */
export function headOf(entries: readonly LedgerEntry[], crypto: Crypto): string {
  const last = entries.at(-1);
  return last === undefined ? emptyHead : digestOfEntry(last, crypto);
}

/** The entry that puts a release or a withdrawal behind `entries`. */
export function nextEntry(
  entries: readonly LedgerEntry[],
  addition: ReleaseToRecord | WithdrawalToRecord,
  crypto: Crypto,
): LedgerEntry {
  return LedgerEntry.parse({ ...addition, sequence: entries.length, previous: headOf(entries, crypto) });
}

/** The ledger as a file: one entry a line, canonical JSON. */
export function writeChain(entries: readonly LedgerEntry[]): Uint8Array {
  return utf8(entries.map((entry) => `${lineOf(entry)}\n`).join(''));
}

/**
 * Reads what `writeChain` writes and checks every link. An entry that was changed, left out, moved or put in between breaks
 * it, except that lines taken off the end cannot be seen.
 */
export function readChain(bytes: Uint8Array, crypto: Crypto): ChainRead {
  const text = fromUtf8(bytes);
  if (text === undefined) return { ok: false, line: 1, fault: 'form' };
  const lines = text.split('\n');
  const entries: LedgerEntry[] = [];
  let head = emptyHead;
  for (const [index, line] of lines.entries()) {
    if (index === lines.length - 1 && line === '') break;
    const entry = entryIn(line);
    const broken = (fault: ChainFault): ChainRead => ({ ok: false, line: index + 1, fault });
    if (entry === undefined) return broken(formFault(line, index));
    if (index === lines.length - 1) return broken('form');
    if (entry.sequence !== index) return broken('order');
    if (entry.previous !== head) return broken('link');
    entries.push(entry);
    head = digestOfEntry(entry, crypto);
  }
  return { ok: true, entries, head };
}

function lineOf(entry: LedgerEntry): string {
  return canonicalJson(entry);
}

/** Why a line is no entry. The form without `kind` is told by the first line; nothing of it is used. */
function formFault(line: string, index: number): ChainFault {
  const entry = z.looseObject({ version: z.literal(1), bundle: z.string() }).safeParse(jsonIn(line));
  return index === 0 && entry.success && !('kind' in entry.data) ? 'earlier' : 'form';
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function entryIn(line: string): LedgerEntry | undefined {
  const entry = LedgerEntry.safeParse(jsonIn(line)).data;
  return entry !== undefined && lineOf(entry) === line ? entry : undefined;
}
