import { Icon } from './icons.tsx';
import type { ReactNode } from 'react';
import './ui.css';

export interface VerdictProps {
  readonly outcome: 'pass' | 'fail' | 'notTested';
  /** The outcome in a word, for those who do not see the sign. */
  readonly word: string;
  readonly title: string;
  readonly children?: ReactNode;
}

const signs = { pass: 'check', fail: 'cross', notTested: 'dots' } as const;

/** One line of a list of findings: sign, title, sentence. */
export function Verdict({ outcome, word, title, children }: VerdictProps) {
  return (
    <li className="verdict">
      <span className={`verdict-sign verdict-${outcome}`}>
        <Icon name={signs[outcome]} />
      </span>
      <div>
        <h3>
          {title} <span className="verdict-word">{word}</span>
        </h3>
        {children !== undefined && <div className="verdict-text">{children}</div>}
      </div>
    </li>
  );
}
