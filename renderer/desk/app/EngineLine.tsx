import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/use-desk.ts';

/** Which engine reads the extract, and on hover and focus why. */
export function EngineLine() {
  const { t } = useTranslation();
  const id = useId();
  const choice = useDesk((state) => state.engine);
  const chosen = useDesk((state) => state.sources.events !== undefined);
  if (choice === undefined || !chosen) return undefined;
  const { engine, why } = choice;
  const slower = why === 'forbidden' || why === 'missing';
  return (
    <span className="engine quiet" data-engine={engine}>
      <button type="button" className="engine-name" aria-describedby={id}>
        <span className="unseen">{t('frame.engine.name')}: </span>
        {t(`frame.engine.${engine}`)}
        {slower && ` (${t('frame.engine.slower')})`}
      </button>
      <span role="tooltip" id={id} className="engine-why">
        {t(`frame.engine.why.${why}`)} {t(`frame.engine.${engine === 'wasm' ? 'page' : 'process'}`)}
      </span>
    </span>
  );
}
