import { useRef } from 'react';
import { Icon } from './icons.tsx';
import './ui.css';

export interface Tab<T extends string> {
  readonly value: T;
  readonly text: string;
  /** Whether it bears a check. */
  readonly checked: boolean;
  /** What the check, or its absence, means. */
  readonly told: string;
}

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  /** Id of the panel the tabs change; tabs are called by it too, see `tabId`. */
  readonly panel: string;
}

/** The id of a tab, for its panel's `aria-labelledby`. */
export function tabId(panel: string, value: string): string {
  return `${panel}-${value}`;
}

function stepTo(key: string, at: number, length: number): number | undefined {
  const wanted: Readonly<Record<string, number | undefined>> = {
    ArrowRight: (at + 1) % length,
    ArrowLeft: (at + length - 1) % length,
    Home: 0,
    End: length - 1,
  };
  return wanted[key];
}

/** Pictures side by side, one of which is shown: one stop of the keyboard, arrows move and choose. */
export function Tabs<T extends string>({ label, tabs, value, onChoose, panel }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = tabs[stepTo(event.key, at, tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          id={tabId(panel, tab.value)}
          type="button"
          role="tab"
          className="tab"
          data-tab={tab.value}
          aria-selected={tab.value === value}
          aria-controls={panel}
          tabIndex={tab.value === value ? 0 : -1}
          title={tab.told}
          onClick={() => onChoose(tab.value)}
          onKeyDown={onKeyDown}
        >
          {tab.checked ? <Icon name="check" /> : <span className="tab-off" aria-hidden="true" />}
          <span>{tab.text}</span>
          <span className="unseen">, {tab.told}</span>
        </button>
      ))}
    </div>
  );
}
