import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { kindsThatFit } from '../../state/mapping-profiles.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { KeptMappingProfile } from '../../../../shared/ipc/kept-mapping-profile.ts';

/** Mappings kept on this workstation: keep the one that is shown, use, rename, export, delete, take in. */
export function KeptMappings() {
  const { t } = useTranslation();
  const kept = useDesk((state) => state.keptMappings);
  const setAside = useDesk((state) => state.mappingsSetAside);
  const takeIn = useDesk((state) => state.importMapping);
  const demo = useDesk((state) => state.sources.events?.kind === 'demo');
  if (demo) return null;
  return (
    <Section card title={t('extract.mapping.title')}>
      <p className="quiet small">{t('extract.mapping.told')}</p>
      <Told />
      <KeepForm />
      {setAside.length > 0 && (
        <Notice tone="notice">
          {t('extract.mapping.setAside', { count: setAside.length, names: setAside.join(', ') })}
        </Notice>
      )}
      {kept.length > 0 && (
        <ul className="kept-mappings">
          {kept.map((one) => (
            <KeptLine key={one.id} kept={one} />
          ))}
        </ul>
      )}
      <Button onPress={() => void takeIn()}>{t('extract.mapping.import')}</Button>
    </Section>
  );
}

/** What just became of a mapping, or why nothing did. */
function Told() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const failure = useDesk((state) => state.mappingFailure);
  const told = useDesk((state) => state.mappingTold);
  if (failure !== undefined) return <Notice tone="bad">{failureText(failure)}</Notice>;
  if (told === undefined) return null;
  return <Notice tone="calm">{t(`extract.mapping.done.${told.kind}`, { name: told.name })}</Notice>;
}

function KeepForm() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const keep = useDesk((state) => state.keepMapping);
  const nothing = useDesk((state) => Object.keys(state.mappings).length === 0);
  const isTaken = useDesk((state) => state.keptMappings.some(({ profile }) => profile.name === name.trim()));
  const blocked = nothing
    ? t('extract.mapping.needsFile')
    : name.trim() === ''
      ? t('extract.mapping.needsName')
      : undefined;
  return (
    <form
      className="keep-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked === undefined) void keep(name);
      }}
    >
      <TextField layout="stack" limit={80} label={t('extract.mapping.name')} value={name} onText={setName} />
      <Button blocked={blocked} onPress={() => void keep(name)}>
        {t(isTaken ? 'extract.mapping.replace' : 'extract.mapping.keep')}
      </Button>
    </form>
  );
}

function KeptLine({ kept }: { readonly kept: KeptMappingProfile }) {
  const { t } = useTranslation();
  const { id, profile } = kept;
  const [renaming, setRenaming] = useState<string>();
  const profiles = useDesk((state) => state.profiles);
  const isApplied = useDesk((state) => state.appliedMapping?.id === id);
  const apply = useDesk((state) => state.applyMapping);
  const rename = useDesk((state) => state.renameMapping);
  const fits = kindsThatFit(kept, profiles).length > 0;
  const kinds = Object.keys(profile.files)
    .map((kind) => t(`extract.kind.${kind}`))
    .join(', ');
  if (renaming !== undefined)
    return (
      <li className="keep-mapping">
        <TextField
          layout="stack"
          limit={80}
          label={t('extract.mapping.newName', { name: profile.name })}
          value={renaming}
          onText={setRenaming}
        />
        <Button
          blocked={renaming.trim() === '' ? t('extract.mapping.needsName') : undefined}
          onPress={() => {
            setRenaming(undefined);
            void rename(id, renaming);
          }}
        >
          {t('extract.mapping.rename')}
        </Button>
      </li>
    );
  return (
    <li className="kept-mapping">
      <div>
        <h3>{profile.name}</h3>
        <p className="quiet small">
          {kinds}
          {isApplied ? ` · ${t('extract.mapping.inUse')}` : ''}
        </p>
      </div>
      <div className="kept-mapping-actions">
        {fits && !isApplied && (
          <Button
            label={t('extract.mapping.applyNamed', { name: profile.name })}
            onPress={() => void apply(id)}
          >
            {t('extract.mapping.apply')}
          </Button>
        )}
        <Changes kept={kept} onRename={() => setRenaming(profile.name)} />
      </div>
    </li>
  );
}

function Changes({ kept, onRename }: { readonly kept: KeptMappingProfile; readonly onRename: () => void }) {
  const { t } = useTranslation();
  const { id, profile } = kept;
  const { name } = profile;
  const write = useDesk((state) => state.exportMapping);
  const discard = useDesk((state) => state.discardMapping);
  return (
    <details className="mapping-more">
      <summary aria-label={t('extract.mapping.moreNamed', { name })}>{t('extract.mapping.more')}</summary>
      <div className="mapping-offers">
        <Button label={t('extract.mapping.renameNamed', { name })} onPress={onRename}>
          {t('extract.mapping.rename')}
        </Button>
        <Button label={t('extract.mapping.exportNamed', { name })} onPress={() => void write(id)}>
          {t('extract.mapping.export')}
        </Button>
        <Button label={t('extract.mapping.discardNamed', { name })} onPress={() => void discard(id)}>
          {t('extract.mapping.discard')}
        </Button>
      </div>
    </details>
  );
}
