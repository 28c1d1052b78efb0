import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import { useAttestor } from './use-attestor.ts';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';

/** Where the release stands in its publisher's ledger, and whose word and software the attested part rests on. */
export function Provenance({ bundle }: { readonly bundle: InspectedBundle }) {
  const { t } = useTranslation();
  const format = useFormat();
  const attestor = useAttestor(bundle);
  const { contents, checks } = bundle;
  if (contents === undefined) return null;
  const { ledger, build } = contents;
  const checked = checks.find(({ id }) => id === 'ledger');
  const place =
    ledger === null
      ? [{ name: t('chain.ledger'), value: t('chain.noLedger') }]
      : [
          { name: t('chain.ledger'), value: <code>{ledger.origin}</code> },
          {
            name: t('chain.place'),
            value: t('chain.placeAt', { place: format.number(ledger.sequence + 1) }),
          },
          { name: t('chain.root'), value: <code className="chain-key">{ledger.previousRoot}</code> },
          {
            name: t('chain.checkpoint'),
            value: t(
              checked === undefined
                ? 'chain.checkpointNone'
                : checked.ok
                  ? 'chain.checkpointHolds'
                  : 'chain.checkpointFails',
            ),
          },
        ];
  const facts = [
    ...place,
    { name: t('chain.software'), value: `${build.name} ${build.software} (${build.commit})` },
    { name: t('chain.attests'), value: attestor },
  ];
  return (
    <Section card title={t('chain.provenance')}>
      <Facts facts={facts} />
    </Section>
  );
}
