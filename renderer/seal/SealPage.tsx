import { useEffect, useLayoutEffect } from 'react';
import type { Settings } from '../../shared/ipc/contract.ts';
import { CreateForm } from './CreateForm.tsx';
import type { SealBridge } from './seal-bridge.ts';
import { SignForm } from './SignForm.tsx';
import { type Seal, useSeal } from './use-seal.ts';
import { words } from './words.ts';

interface SealPageProps {
  readonly bridge: SealBridge;
}

export function SealPage({ bridge }: SealPageProps) {
  const seal = useSeal(bridge);
  const settings = seal.shown?.settings;
  useLayoutEffect(() => {
    if (settings === undefined) return;
    document.documentElement.lang = settings.language;
    document.documentElement.dataset['theme'] = drawnTheme(settings.theme);
  }, [settings]);
  useCancelByEscape(seal.cancel);
  return <main>{shownForm(seal)}</main>;
}

function drawnTheme(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function shownForm(seal: Seal) {
  if (seal.shown === undefined) return undefined;
  const { subject, settings } = seal.shown;
  const text = words[settings.language];
  return subject.kind === 'sign' ? (
    <SignForm seal={seal} form={subject.form} askPassphrase={subject.askPassphrase} text={text} />
  ) : (
    <CreateForm seal={seal} label={subject.label} text={text} />
  );
}

function useCancelByEscape(cancel: () => void): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') cancel();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [cancel]);
}
