import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import type { InspectedSignature } from '../../../../shared/ipc/inspected-bundle.ts';

export interface SignaturesProps {
  readonly signatures: readonly InspectedSignature[];
  /** Zone in which claimed times are written. */
  readonly timeZone: string;
}

/** Who decided what, with which key, and whether that key is known on this machine. */
export function Signatures({ signatures, timeZone }: SignaturesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section card title={t('inspect.signatures')}>
      {signatures.length === 0 && <p className="quiet">{t('inspect.noSignature')}</p>}
      {signatures.map((signature) => (
        <Facts
          key={`${signature.fingerprint}-${signature.decision}-${signature.role}`}
          facts={[
            { name: t('inspect.signer'), value: `${signature.signer} (${word('role', signature.role)})` },
            { name: t('inspect.decision'), value: word('decided', signature.decision) },
            { name: t('inspect.claimedTime'), value: format.stamp(signature.claimedTime, timeZone) },
            { name: t('approve.sign.fingerprint'), value: <code>{signature.fingerprint}</code> },
            { name: t('inspect.key'), value: t(signature.known ? 'inspect.known' : 'inspect.unknown') },
          ]}
        />
      ))}
    </Section>
  );

  function word(kind: 'role' | 'decided', text: string): string {
    return t(`inspect.${kind}.${text}`, { defaultValue: text });
  }
}
