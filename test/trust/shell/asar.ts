import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Node = { files: Record<string, Node> } | { size: number; offset: string };

/** Packs folders and files of `root` into an archive as Electron reads it: a length-prefixed header, then the bytes. */
export function writeAsar(root: string, entries: readonly string[], target: string): void {
  const pieces: Buffer[] = [];
  let offset = 0;
  const describe = (path: string): Node => {
    if (statSync(path).isDirectory())
      return {
        files: Object.fromEntries(readdirSync(path).map((name) => [name, describe(join(path, name))])),
      };
    const bytes = readFileSync(path);
    pieces.push(bytes);
    const at = offset;
    offset += bytes.length;
    return { size: bytes.length, offset: `${at}` };
  };
  const header: Node = { files: {} };
  for (const entry of entries) place(header, entry.split('/'), describe(join(root, entry)));
  writeFileSync(target, Buffer.concat([pickled(JSON.stringify(header)), ...pieces]));
}

function place(parent: Node, path: readonly string[], node: Node): void {
  const [name = '', ...rest] = path;
  if (!('files' in parent)) throw new Error(`${name} lies in a file`);
  if (rest.length === 0) parent.files[name] = node;
  else place((parent.files[name] ??= { files: {} }), rest, node);
}

function pickled(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const padded = Math.ceil(bytes.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(bytes.length, 12);
  bytes.copy(head, 16);
  return head;
}
