import { useTranslation } from 'react-i18next';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';

/** Whose word an attested gate rests on: the preparer, with the software the bundle names. */
export function useAttestor({ signatures, contents }: InspectedBundle): string {
  const { t } = useTranslation();
  const signer = signatures.find(({ decision }) => decision === 'prepare')?.signer ?? signatures[0]?.signer;
  const software = contents === undefined ? '' : `${contents.build.name} ${contents.build.software}`;
  return signer === undefined
    ? t('chain.attestedByNobody', { software })
    : t('chain.attestedBy', { signer, software });
}
