import type { ReactNode } from 'react';
import type { SealedForm } from '../../shared/ipc/seal-contract.ts';
import type { SealWords } from './seal-words.ts';

interface SealedFactsProps {
  readonly form: SealedForm;
  readonly text: SealWords;
}

/** The release in words: what, for whom, by which rule, decided how, with which key. */
export function SealedFacts({ form, text }: SealedFactsProps) {
  const facts: readonly (readonly [name: string, value: ReactNode, hint?: string])[] = [
    [text.release, form.title],
    [text.releaseId, form.releaseId],
    [text.organisation, form.organisation],
    [text.purpose, form.purpose],
    [text.recipient, form.recipient],
    [text.groups, countsIn(form, text)],
    [text.rule, text.ruleInWords(new Intl.NumberFormat(text.locale).format(form.minimumPersons))],
    [
      text.literalRule,
      <code key="literal" lang="en">
        {form.predicate}
      </code>,
    ],
    [text.policy, policyIn(form, text)],
    [text.decision, form.decisions.map((decision) => text.decisions[decision]).join(', ')],
    [text.comment, form.comment === '' ? text.noComment : form.comment],
    [text.time, `${form.claimedTime.slice(0, 10)} ${form.claimedTime.slice(11, 19)} UTC`, text.timeHint],
    [text.key, form.outcome === 'demo' ? text.demoKey : form.keyLabel, form.fingerprint],
  ];
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

function countsIn(form: SealedForm, text: SealWords): string {
  const number = new Intl.NumberFormat(text.locale);
  return text.groupCounts(
    number.format(form.groupsPublished),
    number.format(form.groupsSuppressed),
    number.format(form.zones),
  );
}

function policyIn(form: SealedForm, text: SealWords): string {
  if (form.outcome === 'demo') return text.policyDemo(form.policyTitle);
  if (form.solo && form.approvals === 1) return text.policySolo(form.policyTitle);
  return text.policyApprovals(form.policyTitle, form.approvals);
}
