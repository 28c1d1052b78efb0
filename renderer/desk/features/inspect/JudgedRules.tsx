import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { Table } from '../../ui/Table.tsx';
import { judgedText } from './judged-text.ts';
import type { JudgedRule } from '../../../../shared/ipc/judged-rule.ts';

const signs = { holds: 'check', broken: 'cross', unknown: 'dots' } as const;
const looks = { holds: 'pass', broken: 'fail', unknown: 'notTested' } as const;

const outcomeOf = (rule: JudgedRule) => <Outcome rule={rule} />;

export interface JudgedRulesProps {
  readonly rules: readonly JudgedRule[];
  readonly caption: string;
}

/** Rules of a policy as a table: what the bundle has, what is allowed, how that stands and whose word it is. */
export function JudgedRules({ rules, caption }: JudgedRulesProps) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  return (
    <Table
      caption={caption}
      rows={rules}
      rowKey={({ rule }) => rule}
      columns={[
        { id: 'rule', title: t('judge.column.rule'), cell: ({ rule }) => t(`judge.rule.${rule}`) },
        {
          id: 'asked',
          title: t('judge.column.asked'),
          cell: ({ rule, asked }) => judgedText(speech, rule, asked),
        },
        {
          id: 'allowed',
          title: t('judge.column.allowed'),
          cell: ({ rule, allowed }) => judgedText(speech, rule, allowed),
        },
        { id: 'verdict', title: t('judge.column.verdict'), cell: outcomeOf },
      ]}
    />
  );
}

function Outcome({ rule: { verdict, kind, reason } }: { readonly rule: JudgedRule }) {
  const { t } = useTranslation();
  return (
    <div className="judged">
      <span className={`verdict-sign verdict-${looks[verdict]}`}>
        <Icon name={signs[verdict]} />
      </span>
      <div>
        {t(`judge.verdict.${verdict}`)}
        <div className="quiet small">
          {reason === undefined ? t(`judge.kind.${kind}`) : t(`judge.reason.${reason}`)}
        </div>
      </div>
    </div>
  );
}
