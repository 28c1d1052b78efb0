import { Icon } from './icons.tsx';
import type { ReactNode } from 'react';
import './ui.css';

export interface NoticeProps {
  readonly tone: 'bad' | 'notice' | 'calm';
  readonly children: ReactNode;
}

/** A finding in whole sentences; it stays until what it says is no longer so. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {tone !== 'calm' && <Icon name={tone === 'bad' ? 'cross' : 'warn'} />}
      <div>{children}</div>
    </div>
  );
}
