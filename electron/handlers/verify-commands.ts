import { allowedSignerLine } from '../../shared/bundle/allowed-signers.ts';
import { demoPublicKey } from '../../shared/bundle/demo-key.ts';
import { bundleExtension } from '../../shared/bundle/names.ts';
import { keyLine, publicKeyLine } from '../../shared/bundle/ssh-key.ts';
import type { TrustedSigner } from '../../shared/bundle/trust.ts';
import { linuxCommands } from '../../shared/bundle/verify-commands.ts';
import { signerIdFor, type SigningKey } from './sign-release.ts';

/**
 * Commands that check a bundle called `fileName`, run in the folder it lies in. A name that a shell would not take as it stands
 * is bridged by a copy called `bundle`.
 */
export function verifyCommands(fileName: string, key: SigningKey): string[] {
  const publicKey = key.kind === 'demo' ? demoPublicKey : key.info.publicKey;
  return commandsWith(fileName, [allowedSignerLine(signerIdFor(key), publicKeyLine(publicKey, ''))]);
}

/** The same for a bundle that several people signed, each known by the trust list. */
export function chainCommands(fileName: string, signers: readonly TrustedSigner[]): string[] {
  return commandsWith(
    fileName,
    signers.flatMap(({ ids, key }) => ids.map((id) => allowedSignerLine(id, keyLine(key, '')))),
  );
}

function commandsWith(fileName: string, allowed: readonly string[]): string[] {
  const stem = fileName.slice(0, -bundleExtension.length);
  const plain = fileName.endsWith(bundleExtension) && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(stem);
  const copy = `cp -- '${fileName.replaceAll("'", String.raw`'\''`)}' bundle${bundleExtension}`;
  return [
    ...(plain ? [] : [copy]),
    ...allowed.map((line, i) => `echo '${line}' ${i === 0 ? '>' : '>>'} allowed_signers`),
    'mkdir check && cd check',
    ...linuxCommands(plain ? stem : 'bundle'),
  ];
}
