import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';

/** Share of groups that are hidden, by quarters of zones from the emptiest to the fullest, as small bars with their figures. */
export function DensityPicture({ shares }: { readonly shares: readonly number[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <figure className="density">
      <figcaption>{t('protection.utility.density')}</figcaption>
      <ol>
        {shares.map((share, i) => (
          // oxlint-disable-next-line no-array-index-key -- a quarter is its place
          <li key={i}>
            <span className="density-name">{t(`protection.utility.quarter.${i}`)}</span>
            <span className="density-bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
            </span>
            <span className="numeric">{format.percent(share)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
