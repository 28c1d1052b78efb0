import { useTranslation } from 'react-i18next';
import { levelsOf } from '../features/map/zone-level.ts';
import { useFormat } from '../language/format.ts';
import { withProduct } from '../state/release-products.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { BareSelect } from '../ui/Select.tsx';

interface Props {
  readonly drawer: boolean;
  readonly onDrawer: (open: boolean) => void;
}

/** What lies over the map: whether its table is released, which zones it shows, and on what material. */
export function MapTools({ drawer, onDrawer }: Props) {
  const { t } = useTranslation();
  const openBasemap = useDesk((state) => state.openBasemap);
  return (
    <div className="tune-map-tools" data-over-map>
      <ReleaseSwitch />
      <LevelChoice />
      <Button onPress={() => void openBasemap()}>{t('frame.basemap')}</Button>
      <span className="drawer-switch">
        <Button icon="panel" pressed={drawer} onPress={() => onDrawer(!drawer)}>
          {t('frame.figures')}
        </Button>
      </span>
    </div>
  );
}

function ReleaseSwitch() {
  const { t } = useTranslation();
  const product = useDesk((state) => state.product);
  const products = useDesk((state) => state.draft.present.recipe.products);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const included = products.includes(product);
  const isLast = included && products.length === 1;
  return (
    <div className="tune-map-switch">
      <Checkbox
        label={t('products.release')}
        checked={included}
        blocked={isLast ? t('products.lastTable') : undefined}
        onChange={(checked) => changeRecipe({ products: [...withProduct(products, product, checked)] })}
      />
    </div>
  );
}

function LevelChoice() {
  const { t } = useTranslation();
  const format = useFormat();
  const shapes = useDesk((state) => state.shapes);
  const { zones: source, levels: steps } = useDesk((state) => state.viewRecipe ?? state.draft.present.recipe);
  const chosen = useDesk((state) => state.level);
  const setLevel = useDesk((state) => state.setLevel);
  const offered = levelsOf(shapes);
  if (offered.length < 2) return null;
  const value = offered.some(({ level }) => level === chosen) ? chosen : 0;
  const text = (level: number, zones: string): string => {
    if (level === 0) return t('map.level.finest', { zones });
    if (source.kind === 'polygons') return t('map.level.parents', { zones });
    return t('map.level.coarser', { count: steps[level - 1] ?? level, zones });
  };
  return (
    <div className="tune-map-level">
      <BareSelect
        label={t('map.level.label')}
        value={String(value)}
        onChoose={(level) => setLevel(Number(level))}
        choices={offered.map(({ level, zones }) => ({
          value: String(level),
          text: text(level, format.number(zones)),
        }))}
      />
    </div>
  );
}
