import { nodeCrypto } from '../../electron/node/crypto.ts';
import { paths } from '../../shared/bundle/names.ts';
import { sealBundle } from '../../shared/bundle/seal.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { smallContents } from './small-bundle.ts';
import { smallEvidence } from './small-evidence.ts';
import { filesOf } from './tampered-bundle.ts';

/** The two reports that lie in the small bundle, sealed as a demonstration. */
export function demoReports(): { readonly english: string; readonly german: string } {
  const contents = smallContents({ policy: builtInPolicies.demo, evidence: smallEvidence });
  const files = filesOf(sealBundle(contents, nodeCrypto).bytes);
  const text = (path: string): string => Buffer.from(files.get(path) ?? '').toString('utf8');
  return { english: text(paths.reportEnglish), german: text(paths.reportGerman) };
}
