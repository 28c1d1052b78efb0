import { Icon } from './icons.tsx';
import type { ReactNode } from 'react';
import type { IconName } from './icons.tsx';
import './ui.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'plain' | 'primary' | 'bare' | 'danger';
  readonly icon?: IconName;
  /** Why it cannot be pressed; shown on hover and said by a screen reader. */
  readonly blocked?: string | undefined;
  /** Called when it is pressed while blocked. */
  readonly onBlocked?: (() => void) | undefined;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly pressed?: boolean;
}

export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    look = 'plain',
    icon,
    blocked,
    onBlocked,
    disabled = false,
    label,
    pressed,
  } = props;
  const off = disabled || blocked !== undefined;
  return (
    <button
      type="button"
      className={`button button-${look}`}
      aria-disabled={off || undefined}
      aria-label={label}
      aria-pressed={pressed}
      title={blocked}
      onClick={() => (off ? onBlocked?.() : onPress())}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
      {blocked !== undefined && <span className="unseen"> ({blocked})</span>}
    </button>
  );
}
