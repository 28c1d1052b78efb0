import type { Policy } from '../policy/policy.ts';
import { allowedSignerLine } from './allowed-signers.ts';
import { demoPublicKey, demoSignerId } from './demo-key.ts';
import { approvalNamespace, ledgerPaths, paths } from './names.ts';
import { publicKeyLine } from './ssh-key.ts';
import { linuxCommands, macCommands, opensslCommands, windowsCommands } from './verify-commands.ts';

/** `VERIFY.txt`: how to check the bundle without this application, and what these commands do not check. */
export function verifyText(releaseId: string, policy: Policy): string {
  const sections = [
    [`How to verify ${releaseId} without the application that made it`],
    policy.demo ? demoWarning() : [],
    [
      'Get the file allowed_signers, and the digest of the release, from the publisher by another way (letter, in person),',
      'never from this bundle. Its lines look so:',
      '',
      indent(`officer@publisher.example namespaces="${approvalNamespace}" ssh-ed25519 AAAA...`),
      '',
      'Put it beside the bundle and run the commands in a new, empty folder beside both.',
    ],
    ['Linux', '', ...linuxCommands(releaseId).map(indent)],
    [
      'Linux, step 1 again by another program: OpenSSL 3, for keys of the type ssh-ed25519',
      '',
      ...opensslCommands.map(indent),
    ],
    ['macOS', '', ...macCommands(releaseId).map(indent)],
    [
      'Windows 10 or newer (PowerShell), after unpacking the bundle with the Explorer',
      '',
      ...windowsCommands.map(indent),
    ],
    [
      'What the steps must say',
      '',
      '- 1: one line "Good ... signature" (OpenSSL: "Signature Verified Successfully") for each file approvals/*.json. 2: each of them',
      '  "names this bundle". 3: "OK" behind every file. 4: "COMPLETE". No line that says BAD or FAILED.',
      '- Keys that were revoked: add -r FILE to ssh-keygen, with the list of revoked keys from the publisher.',
      '- Keys with dates in allowed_signers: add -Overify-time=YYYYMMDDhhmmss, the claimedTime of the statement.',
      `- Read ${paths.reportEnglish} or ${paths.reportGerman} in any browser; they load nothing and run nothing.`,
    ],
    [
      'Terms, and whether the release still holds',
      '',
      '- Nobody may try to recognise a person in these figures. This and the other terms for recipients (passing on, end of use)',
      '  stand at the end of data/evidence/method.en.txt and data/evidence/method.de.txt.',
      '- A bundle cannot say that it was withdrawn. The publisher announces it where this bundle and allowed_signers came from,',
      `  in a statement that names ${releaseId} and is signed with a key of that list. Look there before each new use.`,
    ],
    [
      'What these commands do not check',
      '',
      '- Step 3 does not notice files that were added; step 4 does.',
      '- ssh-keygen and openssl do not know roles, how many approvals are needed, their order, or whether a security key was touched.',
      `- The ledger (${ledgerPaths.checkpoint}, ${ledgerPaths.leaves}) is not checked: neither that the release stands in it,`,
      '  nor that it goes on from what you saw before. The application does both, and so notices a withdrawal and a fork.',
      '- The times in the statements are what the signers claim.',
      '- Whether the tables keep the recipe, and the recipe the policy, is checked by the application ("verify").',
      '- The commands for Linux were run when this application was made; those for macOS and Windows were not run there.',
      '- The ZIP around the files carries no trust; what counts is the release digest, the SHA-256 of tagmanifest-sha256.txt.',
    ],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

function demoWarning(): readonly string[] {
  return [
    'DEMO. This bundle is signed with a key that everybody has. Its signature proves nothing; the commands only show how',
    'checking works. For that, and for nothing else, the line of allowed_signers is:',
    '',
    indent(allowedSignerLine(demoSignerId, publicKeyLine(demoPublicKey, ''))),
  ];
}

function indent(line: string): string {
  return `    ${line}`;
}
