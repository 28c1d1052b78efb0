import { open, readFile, truncate } from 'node:fs/promises';
import { equalBytes, utf8 } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { readAudit, type AuditRead } from '../../shared/ledger/audit-chain.ts';
import { nodeCrypto } from './crypto.ts';
import { codeOf } from './error-code.ts';

/** A log as it lies on disk. */
interface WholeLog {
  readonly read: AuditRead;
  /** Bytes of whole lines, and those of a line behind them that a crash cut short. */
  readonly whole: number;
  readonly torn: number;
}

/** Reads and checks the whole lines of a log; there is none where there is no file. */
export async function readWhole(file: string): Promise<WholeLog> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return new Uint8Array();
    return unwritable(file)(error);
  });
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const read = readAudit(new Uint8Array(bytes.subarray(0, whole)), nodeCrypto);
  return { read, whole, torn: bytes.length - whole };
}

/** Cuts what lies behind `size`, which no record is, adds `text` and flushes. What could not be added whole is cut again. */
export async function appendFlushed(file: string, size: number, text: string): Promise<void> {
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size: there } = await handle.stat();
    if (there > size) await handle.truncate(size);
    const bytes = utf8(text);
    await handle.writeFile(bytes);
    await handle.sync();
    const back = await handle.read(new Uint8Array(bytes.length), 0, bytes.length, size);
    if (!equalBytes(back.buffer, bytes)) throw new Error('the audit log reads back differently');
  } catch (error) {
    await truncate(file, size).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Throws the refusal of a log that cannot be written or read. */
export function unwritable(file: string): (error: unknown) => never {
  return (error) => {
    const reason = codeOf(error);
    throw new Refusal(
      'audit-unwritable',
      `The audit log ${file} cannot be written (${reason}). Nothing is done that it does not record: free some space, or make the folder writable.`,
      { file, reason },
    );
  };
}
