import { type FormEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Settings } from '../../../shared/ipc/contract.ts';
import { Answer } from './Answer.tsx';
import { type Ask, useLookUp } from './use-look-up.ts';
import { words } from './words.ts';

interface LookUpPageProps {
  readonly ask: Ask;
  readonly settings: Settings;
  readonly close: () => void;
}

/** One field and one answer. What is typed is held by the field alone, and cleared before the window closes. */
export function LookUpPage({ ask, settings, close }: LookUpPageProps) {
  const text = words[settings.language];
  const { state, lookUp, forget } = useLookUp(ask);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const leave = (): void => {
    form.current?.reset();
    forget();
    close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const identifier = field.current?.value.trim() ?? '';
    if (identifier !== '') lookUp(identifier);
    else field.current?.focus();
  };
  useAppearance(settings);
  useEscape(leave);
  useEffect(() => field.current?.focus(), []);
  return (
    <main>
      <form ref={form} onSubmit={submit}>
        <h1>{text.heading}</h1>
        <p>{text.intro}</p>
        <label htmlFor="identifier">{text.identifier}</label>
        <div className="line">
          <input
            id="identifier"
            ref={field}
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={1024}
            aria-describedby="hint"
            onChange={forget}
          />
          <button type="submit" className="primary">
            {text.lookUp}
          </button>
        </div>
        <p className="quiet" id="hint">
          {text.hint}
        </p>
      </form>
      <Answer state={state} text={text} />
      <footer>
        <p className="quiet">{text.unchanged}</p>
        <button type="button" onClick={leave}>
          {text.close}
        </button>
      </footer>
    </main>
  );
}

function useAppearance({ language, theme }: Settings): void {
  useLayoutEffect(() => {
    const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    document.title = words[language].heading;
  }, [language, theme]);
}

function useEscape(leave: () => void): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') leave();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [leave]);
}
