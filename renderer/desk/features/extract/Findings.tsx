import { useTranslation } from 'react-i18next';
import { acceptOffer } from '../../../../shared/extract/accept-offer.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { FileProfile, Finding, Mapping, Mappings } from '../../../../shared/extract/profile.ts';

export interface FindingsProps {
  readonly kind: keyof Mappings;
  readonly profile: FileProfile;
  readonly mapping: Mapping;
}

/** What should be known of a file before it is read, with what can be done about it. Nothing is mended unasked. */
export function Findings({ kind, profile, mapping }: FindingsProps) {
  return profile.findings?.map((finding) => (
    <Found key={`${finding.kind} ${finding.columns.join(' ')}`} {...{ kind, profile, mapping, finding }} />
  ));
}

function Found({ kind, profile, mapping, finding }: FindingsProps & { readonly finding: Finding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const takeOffer = useDesk((state) => state.takeOffer);
  const open = acceptOffer(mapping, finding) !== mapping;
  const offers = finding.offer !== 'none' && finding.offer !== 'exportAgain';
  if (offers && !open) return null;
  return (
    <Notice tone={finding.kind === 'raggedRows' ? 'calm' : 'notice'}>
      <p>
        {t(`extract.finding.${finding.kind}`, {
          shown: format.number(finding.count),
          of: format.number(finding.of),
          columns: finding.columns.map((column) => profile.columns[column]?.name ?? '').join(', '),
        })}
      </p>
      {open && (
        <Button onPress={() => takeOffer(kind, finding)}>{t(`extract.offer.${finding.offer}`)}</Button>
      )}
    </Notice>
  );
}
