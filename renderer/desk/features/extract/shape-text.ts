import type { TFunction } from 'i18next';

const pattern = /^(.+), (\d+)(?: to (\d+))? characters$/;

/** How values look, in the language shown; as it stands where it is not known. */
export function shapeText(shape: string, t: TFunction): string {
  if (shape === 'empty') return t('extract.shape.empty');
  const [, known = '', shortest, longest] = pattern.exec(shape) ?? [];
  if (shortest === undefined) return shape;
  const kind = t(`extract.shape.kind.${known}`, { defaultValue: known });
  return longest === undefined
    ? t('extract.shape.length', { kind, count: Number(shortest) })
    : t('extract.shape.lengths', { kind, shortest, longest });
}
