import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../../../shared/extract/source.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Source } from '../../../../shared/extract/source.ts';
import type { KeptWork } from '../../../../shared/ipc/kept-work.ts';
import './kept-drafts.css';

/** Older work is folded away. */
const shownAtOnce = 2;

export interface KeptDraftsProps {
  /** Only work on the event file that was chosen. */
  readonly ofChosen: boolean;
}

/** Work that was left: what it was, and the way back to it. While files wait, what is worked on now is not among it. */
export function KeptDrafts({ ofChosen }: KeptDraftsProps) {
  const { t } = useTranslation();
  const kept = useDesk((state) => state.keptDrafts);
  const own = useDesk((state) => state.draftId);
  const chosen = useDesk((state) => state.sources.events);
  const drafts = kept.filter((one) => !ofChosen || (one.id !== own && isOn(one, chosen)));
  const setAside = useDesk((state) => state.draftsSetAside);
  if (drafts.length === 0 && setAside.length === 0) return null;
  return (
    <div className="kept-drafts">
      <Section card title={t('extract.drafts.title')}>
        {drafts.length > 0 && <p className="quiet small">{t('extract.drafts.told')}</p>}
        {setAside.length > 0 && (
          <Notice tone="notice">
            {t('extract.drafts.setAside', { count: setAside.length, names: setAside.join(', ') })}
          </Notice>
        )}
        <DraftList drafts={drafts.slice(0, shownAtOnce)} />
        {drafts.length > shownAtOnce && (
          <details>
            <summary>{t('extract.drafts.older', { count: drafts.length - shownAtOnce })}</summary>
            <DraftList drafts={drafts.slice(shownAtOnce)} />
          </details>
        )}
      </Section>
    </div>
  );
}

/** Whether work is on an event file of this name and size. */
function isOn({ work: { extract } }: KeptWork, chosen: Source | undefined): boolean {
  if (chosen === undefined || chosen.kind === 'demo' || extract.kind === 'demo') return false;
  return extract.files.some(
    ({ kind, name, sizeBytes }) => kind === 'events' && name === chosen.name && sizeBytes === sizeOf(chosen),
  );
}

function DraftList({ drafts }: { readonly drafts: readonly KeptWork[] }) {
  return (
    <ul>
      {drafts.map((kept) => (
        <DraftLine key={kept.id} kept={kept} />
      ))}
    </ul>
  );
}

function DraftLine({ kept }: { readonly kept: KeptWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeZone = useDesk((state) => state.timeZone);
  const continueDraft = useDesk((state) => state.continueDraft);
  const discardDraft = useDesk((state) => state.discardDraft);
  const taken = useDesk((state) => state.continuing?.id === kept.id);
  const title = titleOf(kept);
  const at = format.stamp(kept.changedAt, timeZone);
  return (
    <li className="kept-draft" data-draft={kept.id}>
      <div>
        <h3>{title}</h3>
        <p className="small">
          <Files kept={kept} />
        </p>
        <p className="quiet small">{t('extract.drafts.changed', { at, timeZone })}</p>
        {taken && <p>{t('extract.drafts.openAgain')}</p>}
      </div>
      <div className="kept-draft-actions">
        {!taken && (
          <Button
            label={t('extract.drafts.continueNamed', { title, at })}
            onPress={() => void continueDraft(kept.id)}
          >
            {t('extract.drafts.continue')}
          </Button>
        )}
        <Button
          look="bare"
          icon="cross"
          label={t('extract.drafts.discardNamed', { title, at })}
          onPress={() => void discardDraft(kept.id)}
        >
          {t('extract.drafts.discard')}
        </Button>
      </div>
    </li>
  );
}

/** What the work is called: its release, or while nobody named that, its event file. */
function titleOf({ work: { extract, present } }: KeptWork): string {
  const { title } = present.recipe;
  if (title !== '–' || extract.kind === 'demo') return title;
  return extract.files.find(({ kind }) => kind === 'events')?.name ?? title;
}

/** The files by name and size, as they must be opened again. */
function Files({ kept }: { readonly kept: KeptWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { extract } = kept.work;
  if (extract.kind === 'demo') return t('frame.demoExtract');
  return extract.files
    .map(({ kind, name, sizeBytes }) => `${t(`extract.kind.${kind}`)}: ${name} (${format.bytes(sizeBytes)})`)
    .join(', ');
}

/** While files are being opened: which work waits for them. The demo needs none. */
export function Continuing() {
  const { t } = useTranslation();
  const continuing = useDesk((state) => state.continuing);
  const stop = useDesk((state) => state.stopContinuing);
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  if (continuing === undefined || (busy && continuing.work.extract.kind === 'demo')) return null;
  const title = continuing.work.present.recipe.title;
  return (
    <Notice tone="calm">
      <p>{t('extract.drafts.waits', { title })}</p>
      <p>
        <Files kept={continuing} />
      </p>
      <Button onPress={stop}>{t('extract.drafts.stop')}</Button>
    </Notice>
  );
}

/** Says that work in progress could not be written. */
export function DraftFailure() {
  const { t } = useTranslation();
  const failure = useDesk((state) => state.draftFailure);
  const failureText = useFailureText();
  if (failure === undefined) return null;
  return (
    <Notice tone="bad">
      {t('extract.drafts.notKept')} {failureText(failure)}
    </Notice>
  );
}
