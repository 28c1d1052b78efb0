import { acceptOffer } from '../../../../shared/extract/accept-offer.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Findings } from './Findings.tsx';

/** What could have been mended before reading and was not: figures rest on it, so it is said beside them. */
export function LeftOpen() {
  const profile = useDesk((state) => state.profiles.events);
  const mapping = useDesk((state) => state.mappings.events);
  if (profile === undefined || mapping === undefined) return null;
  const left = profile.findings?.filter((finding) => acceptOffer(mapping, finding) !== mapping) ?? [];
  return <Findings kind="events" profile={{ ...profile, findings: left }} mapping={mapping} />;
}
