import type { ReactNode } from 'react';
import { tenToMinus } from '../../shared/base/ten-to-minus.ts';
import type { SealedForm } from '../../shared/ipc/seal-contract.ts';
import type { SealWords } from './seal-words.ts';

interface SealedFactsProps {
  readonly form: SealedForm;
  readonly text: SealWords;
}

type Fact = readonly [name: string, value: ReactNode, hint?: string];

/** The release in words: what, for whom, by which rule, decided how and by whom before, with which key. */
export function SealedFacts({ form, text }: SealedFactsProps) {
  const facts = [...releaseFacts(form, text), ...ruleFacts(form, text), ...decisionFacts(form, text)];
  return (
    <dl>
      {facts.map(([name, value, hint]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {hint !== undefined && <span className="hint"> {hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function releaseFacts(form: SealedForm, text: SealWords): readonly Fact[] {
  return [
    [text.release, form.title],
    [text.releaseId, form.releaseId],
    [text.organisation, form.organisation],
    [text.purpose, form.purpose],
    [text.recipient, form.recipient],
    ...(form.recipientProfile === '' ? [] : [[text.meantFor, text.profiles[form.recipientProfile]] as const]),
    ...(form.dpiaReference === '' ? [] : [[text.assessment, form.dpiaReference] as const]),
    ...(form.reviewBy === ''
      ? []
      : [[text.reviewBy, dateIn(form.reviewBy, text, { dateStyle: 'long' })] as const]),
    [text.groups, <Tables key="tables" form={form} text={text} />],
    [text.zones, new Intl.NumberFormat(text.locale).format(form.zones)],
  ];
}

function ruleFacts(form: SealedForm, text: SealWords): readonly Fact[] {
  return [
    [text.guarantee, guaranteeIn(form, text)],
    [text.rule, ruleIn(form, text)],
    [
      text.literalRule,
      <code key="literal" lang="en">
        {form.predicate}
      </code>,
    ],
    [text.policy, policyIn(form, text)],
  ];
}

function decisionFacts(form: SealedForm, text: SealWords): readonly Fact[] {
  const objects = form.outcome === 'rejected' || form.outcome === 'withdrawn';
  return [
    ...(form.before.length === 0
      ? []
      : [[text.before, <Before key="before" form={form} text={text} />] as const]),
    [text.decision, form.decisions.map((decision) => text.decisions[decision]).join(', ')],
    [text.role, form.roles.map((role) => text.roles[role]).join(', ')],
    ...(form.confirmed.length === 0
      ? []
      : [[text.confirmed, <Confirmed key="said" form={form} text={text} />] as const]),
    [objects ? text.reason : text.comment, form.comment === '' ? text.noComment : form.comment],
    [
      text.time,
      `${dateIn(form.claimedTime, text, { dateStyle: 'long', timeStyle: 'medium' })} UTC`,
      text.timeHint,
    ],
    [text.key, keyIn(form, text), form.fingerprint],
  ];
}

/** A date or instant as it is read; what is none is shown as it stands. */
function dateIn(iso: string, { locale }: SealWords, look: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { ...look, timeZone: 'UTC' }).format(date);
}

function keyIn({ outcome, by, keyLabel }: SealedForm, text: SealWords): string {
  if (outcome === 'demo') return text.demoKey;
  return by === 'key' ? keyLabel : `${text.elsewhereKey} ${keyLabel}`;
}

function Before({ form, text }: SealedFactsProps) {
  return (
    <ol className="tables">
      {form.before.map(({ person, role, decision }) => (
        <li key={`${person} ${role}`}>{text.decidedAs(person, decision, role)}</li>
      ))}
    </ol>
  );
}

function Confirmed({ form, text }: SealedFactsProps) {
  return (
    <ul className="tables">
      {form.confirmed.map((one) => (
        <li key={one}>{text.confirmations[one]}</li>
      ))}
    </ul>
  );
}

function Tables({ form, text }: SealedFactsProps) {
  const number = new Intl.NumberFormat(text.locale);
  return (
    <ul className="tables">
      {form.tables.map(({ product, published, suppressed }) => (
        <li key={product}>
          {text.products[product]}: {text.groupCounts(number.format(published), number.format(suppressed))}
        </li>
      ))}
    </ul>
  );
}

function guaranteeIn({ guarantee }: SealedForm, text: SealWords): string {
  if (guarantee.kind === 'classical')
    return guarantee.cellKeyNoise ? text.classicalWithNoise : text.classical;
  const epsilon = new Intl.NumberFormat(text.locale, { maximumFractionDigits: 4 });
  return text.differentialPrivacy(
    epsilon.format(Number(guarantee.epsilon)),
    tenToMinus(guarantee.deltaExponent),
  );
}

function ruleIn({ minimumPersons, guarantee }: SealedForm, text: SealWords): string {
  const minimum = new Intl.NumberFormat(text.locale).format(minimumPersons);
  return guarantee.kind === 'classical' ? text.ruleInWords(minimum) : text.noisyRuleInWords(minimum);
}

function policyIn(form: SealedForm, text: SealWords): string {
  if (form.outcome === 'demo') return text.policyDemo(form.policyTitle);
  if (form.solo && form.approvals === 1) return text.policySolo(form.policyTitle);
  return text.policyApprovals(form.policyTitle, form.approvals);
}
