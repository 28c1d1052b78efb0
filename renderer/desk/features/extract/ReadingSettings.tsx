import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ZoneSource } from '../../../../shared/recipe/recipe.ts';

const resolutions = [5, 6, 7, 8, 9, 10] as const;
const zoneKey = (zones: ZoneSource) => (zones.kind === 'h3' ? `${zones.resolution}` : 'polygons');

/** What reading needs beside the files: time zone, zones, and a word on a missing register. */
export function ReadingSettings() {
  const { t } = useTranslation();
  const timeZone = useDesk((state) => state.timeZone);
  const setTimeZone = useDesk((state) => state.setTimeZone);
  const zones = useDesk((state) => state.extractZones);
  const setZones = useDesk((state) => state.setExtractZones);
  const polygons = useDesk((state) => state.sources.zones !== undefined);
  const register = useDesk((state) => state.sources.objections !== undefined);
  const reason = useDesk((state) => state.noRegisterReason);
  const setReason = useDesk((state) => state.setNoRegisterReason);
  const demo = useDesk((state) => state.sources.events?.kind === 'demo');
  const hasOffset = useDesk((state) => state.mappings.events?.hasOffset);
  const timeZones = useMemo(
    () =>
      [...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((name) => ({
        value: name,
        text: name,
      })),
    [timeZone],
  );
  const grid = resolutions.map((size) => ({ value: `${size}`, text: t(`extract.settings.h3.${size}`) }));
  if (demo) return null;

  return (
    <Section card title={t('extract.settings.title')}>
      <Select
        layout="stack"
        label={t('extract.settings.timeZone')}
        hint={hasOffset === undefined ? undefined : t(`extract.settings.${hasOffset ? 'offset' : 'local'}`)}
        value={timeZone}
        choices={timeZones}
        onChoose={setTimeZone}
      />
      <Select
        layout="stack"
        label={t('extract.settings.zones')}
        value={zoneKey(zones)}
        choices={[
          ...(polygons ? [{ value: 'polygons', text: t('extract.settings.polygons') }] : []),
          ...grid,
        ]}
        onChoose={(key) =>
          setZones(key === 'polygons' ? { kind: 'polygons' } : { kind: 'h3', resolution: Number(key) })
        }
      />
      {!register && (
        <TextField
          layout="stack"
          kind="long"
          limit={500}
          label={t('extract.settings.noRegister')}
          hint={t('extract.settings.noRegisterHint')}
          value={reason}
          onText={setReason}
        />
      )}
    </Section>
  );
}
