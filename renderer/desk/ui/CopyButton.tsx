import { useState } from 'react';
import { Button } from './Button.tsx';
import './ui.css';

export interface CopyButtonProps {
  readonly children: string;
  /** Id of the element whose text is copied. */
  readonly from: string;
  /** What is said once it is copied, and when that was not allowed: the text is then selected. */
  readonly copied: string;
  readonly failed: string;
}

/** Selects the text of an element and copies what is selected: the window may not write to the clipboard in any other way. */
function copySelected(id: string): boolean {
  const element = document.getElementById(id);
  const selection = document.getSelection();
  if (element === null || selection === null) return false;
  selection.selectAllChildren(element);
  return document.execCommand('copy');
}

/** Copies a text that stands on the page. */
export function CopyButton({ children, from, copied, failed }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  return (
    <span className="copy">
      <Button onPress={() => setSaid(copySelected(from) ? copied : failed)}>{children}</Button>
      <output className="quiet">{said}</output>
    </span>
  );
}
