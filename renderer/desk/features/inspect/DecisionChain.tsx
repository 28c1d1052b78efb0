import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useParticularText } from '../../language/use-particular-text.ts';
import { Section } from '../../ui/Section.tsx';
import { openNeeds } from './open-needs.ts';
import type { InspectedBundle, InspectedSignature } from '../../../../shared/ipc/inspected-bundle.ts';

/** Who decided what, in the order in which it was signed, and what is missing towards the policy. */
export function DecisionChain({ bundle }: { readonly bundle: InspectedBundle }) {
  const { t } = useTranslation();
  const { signatures, contents } = bundle;
  const timeZone = contents?.recipe.timeZone ?? 'UTC';
  return (
    <Section card title={t('chain.title')} aside={t('chain.claimed', { timeZone })}>
      {signatures.length === 0 && <p className="quiet">{t('inspect.noSignature')}</p>}
      <ol className="chain">
        {signatures.map((signature) => (
          <Decision
            key={`${signature.fingerprint}-${signature.decision}-${signature.role}`}
            signature={signature}
            timeZone={timeZone}
          />
        ))}
      </ol>
      <Missing bundle={bundle} />
    </Section>
  );
}

interface DecisionProps {
  readonly signature: InspectedSignature;
  readonly timeZone: string;
}

function Decision({ signature, timeZone }: DecisionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { signer, role, decision, claimedTime, fingerprint, known, comment, confirmed, auditHead } =
    signature;
  const word = (kind: 'role' | 'decided', text: string) =>
    t(`inspect.${kind}.${text}`, { defaultValue: text });
  return (
    <li className="chain-step">
      <h3>
        {signer} <span className="chain-role">{word('role', role)}</span>
      </h3>
      <p>
        <strong>{word('decided', decision)}</strong>{' '}
        <span className="quiet">{t('chain.says', { time: format.stamp(claimedTime, timeZone) })}</span>
      </p>
      {comment !== '' && <blockquote className="chain-comment">{comment}</blockquote>}
      <p className="small">
        {confirmed.length === 0
          ? t('chain.confirmedNothing')
          : t('chain.confirmed', { what: confirmed.map((one) => t(`chain.confirmation.${one}`)).join(', ') })}
      </p>
      <p className={known ? 'small' : 'small chain-unknown'}>
        <code className="chain-key">{fingerprint}</code> {t(known ? 'inspect.known' : 'inspect.unknown')}
      </p>
      {auditHead !== undefined && (
        <p className="quiet small">
          {t('chain.auditHead')} <code className="chain-key">{auditHead}</code>
        </p>
      )}
    </li>
  );
}

/** What the policy asks for and the bundle does not have; that nothing is missing where nothing is. */
function Missing({ bundle }: { readonly bundle: InspectedBundle }) {
  const { t } = useTranslation();
  const told = useParticularText();
  const { contents } = bundle;
  if (contents === undefined) return null;
  const { missing, particulars } = openNeeds(bundle, contents);
  const lines = [...particulars.map(told), ...missing.map((one) => t(`chain.missing.${one}`))];
  return (
    <div className="chain-missing">
      <h3>{t('chain.towards')}</h3>
      {lines.length === 0 ? (
        <p>{t('chain.enough', { count: contents.policy.approvals })}</p>
      ) : (
        <ul className="policy-limits">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
