import { createServer, type Server, type Socket } from 'node:net';
import { concatBytes, equalBytes } from '../../shared/base/bytes.ts';
import { writeSignatureBlob } from '../../shared/bundle/ssh-signature-blob.ts';
import { readSshStrings, sshNumber, sshString } from '../../shared/bundle/ssh-wire.ts';
import { type SoftwareKey, touchedAndVerified } from './software-keys.ts';

/**
 * An ssh-agent (draft-miller-ssh-agent) that holds software keys, tokens among them, on a socket: so the real `ssh-keygen -Y sign`
 * writes signatures by keys that otherwise need hardware. Ends when the server is closed.
 */
export function softwareAgent(path: string, keys: readonly SoftwareKey[]): Promise<Server> {
  const server = createServer((socket) => serve(socket, keys));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

function serve(socket: Socket, keys: readonly SoftwareKey[]): void {
  let waiting = new Uint8Array();
  socket.on('data', (data: Buffer) => {
    waiting = concatBytes([waiting, data]) as Uint8Array<ArrayBuffer>;
    const length = waiting.length < 4 ? Infinity : new DataView(waiting.buffer).getUint32(0);
    if (waiting.length < 4 + length) return;
    const request = waiting.slice(4, 4 + length);
    waiting = waiting.slice(4 + length);
    void answer(request, keys).then((reply) => socket.write(sshString(reply)));
  });
  socket.on('error', () => socket.destroy());
}

async function answer(request: Uint8Array, keys: readonly SoftwareKey[]): Promise<Uint8Array> {
  if (request[0] === 11) {
    const listed = keys.flatMap(({ key }) => [sshString(key.blob), sshString('software')]);
    return concatBytes([Uint8Array.of(12), sshNumber(keys.length), ...listed]);
  }
  const [blob, data] = request[0] === 13 ? (readSshStrings(request.subarray(1, -4)) ?? []) : [];
  const found = keys.find(({ key }) => blob !== undefined && equalBytes(key.blob, blob));
  if (found === undefined || data === undefined) return Uint8Array.of(5);
  const isToken = found.key.type === 'sk-ssh-ed25519@openssh.com';
  const signature = await found.sign(data, touchedAndVerified);
  const value = { signature, ...(isToken ? { touch: touchedAndVerified } : {}) };
  return concatBytes([Uint8Array.of(14), sshString(writeSignatureBlob(found.key.type, value))]);
}
