import Lock from 'lucide-react/icons/lock';
import LockOpen from 'lucide-react/icons/lock-open';
import type { OperationPage, SecurityView } from '../../../../contract/reference-page';
import { isOpen, schemeWords } from './security-words';
import styles from './SecurityLine.module.css';

/** What a request must carry to be let in, in a sentence. */
export function SecurityLine({ page: { security, kind } }: { readonly page: OperationPage }) {
  if (kind === 'webhook') return null;
  const needed = security.filter((schemes) => schemes.length > 0);
  const Icon = needed.length === 0 ? LockOpen : Lock;
  return (
    <p className={styles.security}>
      <Icon size={16} aria-hidden="true" />
      {needed.length === 0 ? (
        <span>Needs no key.</span>
      ) : (
        <span>
          {isOpen(security) ? 'Works without a key, and takes ' : 'Needs '}
          {needed.map((schemes, index) => (
            <span key={schemes.map(({ name }) => name).join('+')}>
              {index > 0 ? ', or ' : null}
              <Together schemes={schemes} />
            </span>
          ))}
          .<ScopeTexts security={needed} />
        </span>
      )}
    </p>
  );
}

/** What each scope is for, where the description says it. One alone was just named. */
function ScopeTexts({ security }: { readonly security: readonly (readonly SecurityView[])[] }) {
  const texts = new Map(security.flat().flatMap(({ scopeTexts = {} }) => Object.entries(scopeTexts)));
  const isOne = new Set(security.flat().flatMap(({ scopes }) => scopes)).size === 1;
  return [...texts].map(([scope, text]) => (
    <span key={scope} className={styles.scope}>
      {isOne ? null : <code>{scope}</code>} {text}
    </span>
  ));
}

function Together({ schemes }: { readonly schemes: readonly SecurityView[] }) {
  return schemes.map((scheme, index) => (
    <span key={scheme.name}>
      {index > 0 ? ' together with ' : null}
      {schemeWords(scheme)}
      {scheme.scopes.length > 0 ? (
        <>
          {' '}
          with {scheme.scopes.length === 1 ? 'the scope' : 'the scopes'}{' '}
          {scheme.scopes.map((scope, at) => (
            <span key={scope}>
              {at === 0 ? null : at === scheme.scopes.length - 1 ? ' and ' : ', '}
              <code>{scope}</code>
            </span>
          ))}
        </>
      ) : null}
    </span>
  ));
}
