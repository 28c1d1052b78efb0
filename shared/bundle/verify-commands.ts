import { approvalNamespace, bundleExtension, ledgerPaths } from './names.ts';

const signerOf = `who=$(sed -n 's/.*"signer":"\\([A-Za-z0-9._@+-]*\\)".*/\\1/p' "$a")`;
/** Paths that stand in no list of digests but may be there: `echo` and `ls` name them where they are. */
const unlisted = `for a in approvals/*.json; do echo "$a"; echo "$a.sig"; done; ls ${Object.values(ledgerPaths).join(' ')} 2>/dev/null`;

/** The steps of a shell that has ssh-keygen; `sha256` prints and `check` holds digests against their files. */
function shellCommands(releaseId: string, sha256: string, check: string): readonly string[] {
  return [
    `unzip -q ../${releaseId}${bundleExtension}          # or: python3 -m zipfile -e ../${releaseId}${bundleExtension} .`,
    '# 1 signatures',
    'for a in approvals/*.json; do',
    `  ${signerOf}`,
    `  ssh-keygen -Y verify -f ../allowed_signers -I "$who" -n ${approvalNamespace} -s "$a.sig" < "$a" || echo "BAD SIGNATURE $a"`,
    'done',
    '# 2 each signed text names this bundle',
    `digest=$(${sha256} tagmanifest-sha256.txt | cut -c1-64)`,
    'for a in approvals/*.json; do grep -q "\\"sha256\\":\\"$digest\\"" "$a" && echo "$a names this bundle" || echo "BAD $a"; done',
    '# 3 every file',
    `${check} tagmanifest-sha256.txt && ${check} manifest-sha256.txt`,
    '# 4 nothing added',
    `( cut -c67- tagmanifest-sha256.txt; cut -c67- manifest-sha256.txt; echo tagmanifest-sha256.txt; ${unlisted} ) | LC_ALL=C sort > ../expected`,
    "find . ! -type d | sed 's#^\\./##' | LC_ALL=C sort | diff ../expected - && echo COMPLETE",
  ];
}

/** Steps for Linux, as they stand in VERIFY.txt: to run in an empty folder beside the bundle, `allowed_signers` and nothing else. */
export function linuxCommands(releaseId: string): readonly string[] {
  return shellCommands(releaseId, 'sha256sum', 'sha256sum --strict -c');
}

/** The same for macOS. */
export function macCommands(releaseId: string): readonly string[] {
  return shellCommands(releaseId, 'shasum -a 256', 'shasum -a 256 -c');
}

/**
 * Step 1 again by OpenSSL 3, which shares no code with OpenSSH: the signed bytes are put together as PROTOCOL.sshsig says, and the key is
 * taken from `allowed_signers`.
 */
export const opensslCommands: readonly string[] = [
  'for a in approvals/*.json; do',
  `  ${signerOf}`,
  `  key=$(awk -v who="$who" 'index("," $1 ",", "," who ",") { for (i = 2; i < NF; i++) if ($i == "ssh-ed25519") { print $(i + 1); exit } }' ../allowed_signers)`,
  `  { printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; echo "$key" | base64 -d | tail -c 32; } > ../key.der`,
  `  sed '1d;$d' "$a.sig" | base64 -d | tail -c 64 > ../signature.raw`,
  `  { printf 'SSHSIG\\000\\000\\000\\${octal(approvalNamespace.length)}${approvalNamespace}\\000\\000\\000\\000\\000\\000\\000\\006sha512\\000\\000\\000\\100'; openssl dgst -sha512 -binary "$a"; } > ../signed.bin`,
  '  openssl pkeyutl -verify -pubin -keyform DER -inkey ../key.der -rawin -in ../signed.bin -sigfile ../signature.raw || echo "BAD SIGNATURE $a"',
  'done',
];

/** Steps for PowerShell on Windows; `cmd` reads the file, since PowerShell has no `<`. */
export const windowsCommands: readonly string[] = [
  "$approvals = Get-ChildItem approvals | ? { $_.Name -match '^[0-9]{2}-[a-z-]+\\.json$' }",
  '# 1 signatures',
  'foreach ($a in $approvals) {',
  `  $who = [regex]::Match((Get-Content -Raw $a.FullName), '"signer":"([A-Za-z0-9._@+-]+)"').Groups[1].Value`,
  `  cmd /c "ssh-keygen -Y verify -f ..\\allowed_signers -I $who -n ${approvalNamespace} -s approvals\\$($a.Name).sig < approvals\\$($a.Name)"`,
  '  if ($LASTEXITCODE -ne 0) { "BAD SIGNATURE $($a.Name)" }',
  '}',
  '# 2 each signed text names this bundle',
  '$digest = (Get-FileHash -Algorithm SHA256 tagmanifest-sha256.txt).Hash.ToLower()',
  `foreach ($a in $approvals) { if ((Get-Content -Raw $a.FullName).Contains('"sha256":"' + $digest + '"')) { "$($a.Name) names this bundle" } else { "BAD $($a.Name)" } }`,
  '# 3 every file; no output means all fit',
  "foreach ($m in 'tagmanifest-sha256.txt','manifest-sha256.txt') {",
  '  Get-Content $m | % { $h,$f = $_ -split "  ",2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -ne $h) { "BAD $f" } }',
  '}',
  '# 4 nothing added',
  "$listed = @('tagmanifest-sha256.txt') + ('tagmanifest-sha256.txt','manifest-sha256.txt' | % { Get-Content $_ } | % { $_.Substring(66) })",
  '$listed += $approvals | % { "approvals/$($_.Name)"; "approvals/$($_.Name).sig" }',
  `$listed += ${Object.values(ledgerPaths)
    .map((path) => `'${path}'`)
    .join(',')} | ? { Test-Path $_ }`,
  "$there = Get-ChildItem -Recurse -File -Force -Name | % { $_ -replace '\\\\','/' }",
  "if (Compare-Object $listed $there) { 'NOT COMPLETE' } else { 'COMPLETE' }",
];

function octal(value: number): string {
  return value.toString(8).padStart(3, '0');
}
