import type { Policy } from '../policy/policy.ts';
import { allowedSignerLine } from './allowed-signers.ts';
import { demoPublicKey, demoSignerId } from './demo-key.ts';
import { approvalNamespace, bundleExtension } from './names.ts';
import { publicKeyLine } from './ssh-key.ts';

/** Steps for Linux, as they stand in VERIFY.txt: to run in an empty folder beside the bundle, `allowed_signers` and nothing else. */
export function linuxCommands(releaseId: string): readonly string[] {
  return [
    `unzip -q ../${releaseId}${bundleExtension}          # or: python3 -m zipfile -e ../${releaseId}${bundleExtension} .`,
    '# 1 signatures',
    'for a in approvals/*.json; do',
    `  who=$(sed -n 's/.*"signer":"\\([^"]*\\)".*/\\1/p' "$a")`,
    `  ssh-keygen -Y verify -f ../allowed_signers -I "$who" -n ${approvalNamespace} -s "$a.sig" < "$a" || echo "BAD SIGNATURE $a"`,
    'done',
    '# 2 each signed text names this bundle',
    'digest=$(sha256sum tagmanifest-sha256.txt | cut -c1-64)',
    'for a in approvals/*.json; do grep -q "\\"sha256\\":\\"$digest\\"" "$a" && echo "$a names this bundle" || echo "BAD $a"; done',
    '# 3 every file',
    'sha256sum --strict -c tagmanifest-sha256.txt && sha256sum --strict -c manifest-sha256.txt',
    '# 4 nothing added',
    '( cut -c67- tagmanifest-sha256.txt; cut -c67- manifest-sha256.txt; echo tagmanifest-sha256.txt; find approvals -type f ) | LC_ALL=C sort > ../expected',
    "find . -type f | sed 's#^\\./##' | LC_ALL=C sort | diff ../expected - && echo COMPLETE",
  ];
}

const windowsCommands = [
  '# 1 signatures: once for each approvals\\*.json, SIGNER being the name after "signer" in it',
  `cmd /c "ssh-keygen -Y verify -f ..\\allowed_signers -I SIGNER -n ${approvalNamespace} -s approvals\\01-preparer.json.sig < approvals\\01-preparer.json"`,
  '# 2 the digest that must stand after "sha256" in each approvals\\*.json',
  '(Get-FileHash -Algorithm SHA256 tagmanifest-sha256.txt).Hash.ToLower()',
  '# 3 every file; no output means all fit',
  "foreach ($m in 'tagmanifest-sha256.txt','manifest-sha256.txt') {",
  '  Get-Content $m | % { $h,$f = $_ -split "  ",2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -ne $h) { "BAD $f" } }',
  '}',
  '# 4 nothing added; every file below must stand in one of the two lists',
  'Get-ChildItem -Recurse -File -Name',
];

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
    ['macOS', '', 'As on Linux, with "shasum -a 256" for "sha256sum", and without "--strict".'],
    [
      'Windows 10 or newer (PowerShell), after unpacking the bundle with the Explorer',
      '',
      ...windowsCommands.map(indent),
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
      '- ssh-keygen does not know roles, how many approvals are needed, or their order.',
      '- The times in the statements are what the signers claim.',
      '- Whether the tables keep the recipe, and the recipe the policy, is checked by the application ("verify").',
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
