import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';

/** Closes the review; where lists of rejected lines were written in it, asks first what becomes of them. They stay unless somebody says otherwise. */
export function CloseReview() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const closeReview = useDesk((state) => state.closeReview);
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const written = useDesk((state) => state.rejectsWritten);
  return (
    <>
      <Button
        look="danger"
        disabled={busy}
        onPress={() => (written.length === 0 ? void closeReview() : setAsking(true))}
      >
        {t('extract.files.close')}
      </Button>
      {asking && <Ask names={written.map(({ name }) => name)} onEnd={() => setAsking(false)} />}
    </>
  );
}

function Ask({ names, onEnd }: { readonly names: readonly string[]; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [deletes, setDeletes] = useState(false);
  const closeReview = useDesk((state) => state.closeReview);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="close-dialog" aria-labelledby={id} onClose={onEnd}>
      <h2 id={id}>{t('extract.closing.title')}</h2>
      <p>{t('extract.closing.told')}</p>
      <p>{t('extract.closing.rejects', { count: names.length, names: names.join(', ') })}</p>
      <Checkbox
        label={t('extract.closing.delete', { count: names.length })}
        checked={deletes}
        onChange={setDeletes}
      />
      <div className="close-actions">
        <Button onPress={onEnd}>{t('extract.closing.back')}</Button>
        <Button
          look="danger"
          onPress={() => {
            onEnd();
            void closeReview(deletes);
          }}
        >
          {t('extract.files.close')}
        </Button>
      </div>
    </dialog>
  );
}
