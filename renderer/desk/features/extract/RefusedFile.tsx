import { useFailureText } from '../../language/use-failure-text.ts';
import { refusalOf } from '../../state/refused-files.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ChooseButtons } from './ChooseButtons.tsx';
import type { FileKind } from '../../../../shared/extract/source.ts';

/** Why what was chosen cannot be read, beside its name, and the way to choose it again or another in its place. */
export function RefusedFile({ kind }: { readonly kind: FileKind }) {
  const failure = useDesk((state) => refusalOf(state, kind));
  const inSeveral = useDesk((state) => state.sources[kind]?.kind === 'parts');
  const failureText = useFailureText();
  if (failure === undefined) return null;
  return (
    <div className="file-refused">
      <Notice tone="bad">{failureText(failure)}</Notice>
      <ChooseButtons kind={kind} folder={inSeveral} again />
    </div>
  );
}
