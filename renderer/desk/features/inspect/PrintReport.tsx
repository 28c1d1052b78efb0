import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Prints the report on the bundle, and says where it went. */
export function PrintReport() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const print = useDesk((state) => state.printReport);
  const printing = useDesk((state) => state.printing);
  const name = useDesk((state) => state.printedTo);
  const failure = useDesk((state) => state.printFailure);
  return (
    <>
      <Button disabled={printing} onPress={() => void print()}>
        {t(printing ? 'bundle.print.printing' : 'bundle.print.print')}
      </Button>
      {name !== undefined && <output className="quiet">{t('bundle.print.printed', { name })}</output>}
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
    </>
  );
}
