import { net } from 'electron';
import { Refusal } from '../../../shared/base/failure.ts';
import type { Signer } from '../../../shared/ports/crypto.ts';
import { createKeyFile, keyFileBytes, parseKeyFile, unlockKey } from '../../node/key-file.ts';
import { denyNetworkBesideMain } from '../lockdown/beside-main.ts';
import { type FromUnlock, ToUnlock } from './messages.ts';

denyNetworkBesideMain(net);
let signer: Signer | undefined;

process.parentPort.on('message', ({ data }) => {
  void reply(ToUnlock.parse(data));
});

async function reply(question: ToUnlock): Promise<void> {
  const message = await answer(question);
  // A process, not a window: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  process.parentPort.postMessage(message);
}

async function answer(question: ToUnlock): Promise<FromUnlock> {
  try {
    return await work(question);
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'failed', failure: error.failure };
    throw error;
  }
}

async function work(question: ToUnlock): Promise<FromUnlock> {
  switch (question.kind) {
    case 'create': {
      const { label, passphrase, created } = question;
      const file = await createKeyFile(label, passphrase, created);
      return { kind: 'created', keyFile: new Uint8Array(keyFileBytes(file)) };
    }
    case 'unlock':
      signer = await unlockKey(parseKeyFile(question.keyFile), question.passphrase);
      return { kind: 'unlocked', publicKey: new Uint8Array(signer.publicKey) };
    case 'sign':
      if (signer === undefined) throw new Error('There is no unlocked key.');
      return { kind: 'signed', signature: new Uint8Array(await signer.sign(question.message)) };
  }
}
