import { Icon } from './icons.tsx';
import type { ReactNode } from 'react';
import './ui.css';

export interface VerdictProps {
  readonly outcome: 'pass' | 'fail' | 'notTested';
  /** That there is no gate: nothing holds and nothing fails. */
  readonly told?: boolean;
  /** The outcome in a word, for those who do not see the sign. */
  readonly word: string;
  readonly title: string;
  readonly children?: ReactNode;
}

const signs = { pass: 'check', fail: 'cross', notTested: 'dots', told: 'info' } as const;

/** One line of a list of findings: sign, title, sentence. */
export function Verdict({ outcome, told = false, word, title, children }: VerdictProps) {
  const sign = told ? 'told' : outcome;
  return (
    <li className="verdict">
      <span className={`verdict-sign verdict-${sign}`}>
        <Icon name={signs[sign]} />
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
