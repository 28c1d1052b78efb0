import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import type { Standing } from '../../state/attack-reports.ts';

const signs: Readonly<Record<Standing | 'running', IconName>> = {
  pass: 'check',
  fail: 'cross',
  notTested: 'dots',
  told: 'info',
  running: 'dots',
};

/** The sign of a card, beside its word. What has no gate or is not tested never looks like something that holds. */
export function Sign({ standing }: { readonly standing: Standing | 'running' }) {
  return (
    <span className={`verdict-sign verdict-${standing === 'running' ? 'notTested' : standing}`}>
      <Icon name={signs[standing]} />
    </span>
  );
}
