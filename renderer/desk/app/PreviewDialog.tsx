import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answers } from '../features/preview/Answers.tsx';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { tabId } from '../ui/Tabs.tsx';
import { ProductTabs } from './ProductTabs.tsx';
import { TuneMap } from './TuneMap.tsx';

const panel = 'preview-table';

/** What a buyer would get of the recipe as it is: released tables on the map over time, and what they answer. */
export function PreviewDialog() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('preview.open')}</Button>
      <dialog
        ref={dialog}
        className="preview-dialog"
        aria-label={t('preview.title')}
        onClose={() => setOpen(false)}
      >
        {open && <Preview onClose={() => setOpen(false)} />}
      </dialog>
    </>
  );
}

function Preview({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { recipe } = useDesk((state) => state.draft.present);
  const setProduct = useDesk((state) => state.setProduct);
  const chosen = useDesk((state) => state.product);
  const product = recipe.products.includes(chosen) ? chosen : (recipe.products[0] ?? chosen);
  useEffect(() => {
    if (product !== chosen) setProduct(product);
  }, [product, chosen, setProduct]);
  return (
    <>
      <header className="preview-head">
        <h2>{t('preview.title')}</h2>
        <p className="quiet">{t('preview.toldDraft')}</p>
        <Button look="primary" onPress={onClose}>
          {t('preview.close')}
        </Button>
      </header>
      <ProductTabs
        product={product}
        released={recipe.products}
        offered={recipe.products}
        onChoose={setProduct}
        panel={panel}
      />
      <div className="preview">
        <div id={panel} className="tune-panel" role="tabpanel" aria-labelledby={tabId(panel, product)}>
          <TuneMap tools={null} plain />
        </div>
        <aside className="preview-side" aria-label={t('preview.title')}>
          <Answers recipe={recipe} counts={undefined} />
        </aside>
      </div>
    </>
  );
}
