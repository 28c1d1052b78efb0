import { useTranslation } from 'react-i18next';
import { mappingsThatFit } from '../../state/mapping-profiles.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Which kept mapping the files are read by, and the way back; or which ones fit, where somebody has to choose. */
export function AppliedMapping() {
  const { t } = useTranslation();
  const applied = useDesk((state) => state.appliedMapping);
  const undo = useDesk((state) => state.undoMapping);
  if (applied === undefined) return <Fitting />;
  const kinds = applied.kinds.map((kind) => t(`extract.kind.${kind}`)).join(', ');
  return (
    <Notice tone="calm">
      <p>
        {t(`extract.mapping.${applied.byItself ? 'byItself' : 'applied'}`, { name: applied.name, kinds })}
      </p>
      <Button onPress={() => void undo()}>{t('extract.mapping.undo')}</Button>
    </Notice>
  );
}

function Fitting() {
  const { t } = useTranslation();
  const kept = useDesk((state) => state.keptMappings);
  const profiles = useDesk((state) => state.profiles);
  const apply = useDesk((state) => state.applyMapping);
  const fitting = mappingsThatFit(kept, profiles);
  if (fitting.length === 0) return null;
  return (
    <Notice tone="calm">
      <p>{t('extract.mapping.fits', { count: fitting.length })}</p>
      <div className="mapping-offers">
        {fitting.map(({ id, profile }) => (
          <Button key={id} onPress={() => void apply(id)}>
            {t('extract.mapping.applyNamed', { name: profile.name })}
          </Button>
        ))}
      </div>
    </Notice>
  );
}
