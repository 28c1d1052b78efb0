import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';

/** What the bundle is, in one sentence, with its name and digest. */
export function Verdicts({ bundle }: { readonly bundle: InspectedBundle }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome, fileName, sizeBytes, digest, checks, contents } = bundle;
  const failed = checks.filter((check) => !check.ok).length;
  const tones = { release: 'calm', prepared: 'notice', demo: 'notice', rejected: 'bad' } as const;
  return (
    <>
      <div className="inspect-title">
        <div className="inspect-name">
          <h1>{fileName}</h1>
          <span className="quiet">
            {[format.bytes(sizeBytes), contents?.organisation, contents?.releaseId]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        {digest !== undefined && (
          <p className="inspect-digest quiet">
            {t('receipt.digest')}: <code>{digest.match(/.{1,8}/g)?.join(' ')}</code>
          </p>
        )}
      </div>
      <Notice tone={tones[outcome]}>
        <strong>{t(`inspect.outcome.${outcome}.name`)}</strong>{' '}
        {t(`inspect.outcome.${outcome}.told`, { count: failed })}
      </Notice>
    </>
  );
}
