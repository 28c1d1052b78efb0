import { fingerprint } from '../../../shared/bundle/ssh-key.ts';
import type { Keys } from '../../handlers/ports/keys.ts';
import type { Clock } from '../../handlers/ports/clock.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { parseKeyFile, publicKeyOf } from '../../node/key-file.ts';
import { startUnlockProcess } from './unlock-process.ts';

/** Makes and unlocks keys in a process started for each time and ended after it, so that no seed is ever here. */
export function createProcessKeys(program: string, clock: Clock): Keys {
  return {
    describe: (keyFile) => {
      const file = parseKeyFile(keyFile);
      const publicKey = publicKeyOf(file);
      return { label: file.label, fingerprint: fingerprint(publicKey, nodeCrypto), publicKey };
    },
    create: async (label, passphrase) => {
      const child = startUnlockProcess(program);
      try {
        const created = clock.now().slice(0, 10);
        return (await child.ask({ kind: 'create', label, passphrase, created }, 'created')).keyFile;
      } finally {
        child.end();
      }
    },
    unlock: async (keyFile, passphrase) => {
      const child = startUnlockProcess(program);
      try {
        const question = { kind: 'unlock', keyFile: new Uint8Array(keyFile), passphrase } as const;
        const { publicKey } = await child.ask(question, 'unlocked');
        return {
          publicKey,
          sign: async (message) =>
            (await child.ask({ kind: 'sign', message: new Uint8Array(message) }, 'signed')).signature,
          close: child.end,
        };
      } catch (error) {
        child.end();
        throw error;
      }
    },
  };
}
