import Link from '@docusaurus/Link';
import type { FlowView, SecurityView } from '../../../../contract/reference-page';
import { Section } from '../operation/Section.view';
import { schemeWords } from '../operation/security-words';
import { Html } from '../schema/Html.view';
import styles from './Overview.module.css';

/** The ways to be let in, and how an access token is had. */
export function Authentication({ schemes }: { readonly schemes: readonly SecurityView[] }) {
  if (schemes.length === 0) return null;
  return (
    <Section id="authentication" title="Authentication">
      {schemes.map((scheme) => (
        <div key={scheme.name} className={styles.scheme}>
          <p>
            <code>{scheme.name}</code> {schemeWords(scheme)}
            {scheme.bearerFormat === undefined ? null : `, as ${scheme.bearerFormat}`}
            {scheme.deprecated ? <span className={styles.outgoing}> deprecated</span> : null}
          </p>
          <Html html={scheme.descriptionHtml} className={styles.small} />
          {scheme.openIdConnectUrl === undefined ? null : (
            <p>
              Discovered at <Link to={scheme.openIdConnectUrl}>{scheme.openIdConnectUrl}</Link>
            </p>
          )}
          {scheme.flows?.map((flow) => (
            <Flow key={flow.name} flow={flow} />
          ))}
        </div>
      ))}
    </Section>
  );
}

/** One way to an access token. Its addresses are called by programs: they are text, not links. */
function Flow({ flow: { name, addresses, scopes } }: { readonly flow: FlowView }) {
  return (
    <dl className={styles.flow}>
      <div>
        <dt>Flow</dt>
        <dd>{name}</dd>
      </div>
      {addresses.map((address) => (
        <div key={address.name}>
          <dt>{address.name}</dt>
          <dd>
            <code>{address.url}</code>
          </dd>
        </div>
      ))}
      {scopes.length > 0 ? (
        <div>
          <dt>Scopes</dt>
          <dd>
            <ul>
              {scopes.map((scope) => (
                <li key={scope.name}>
                  <code>{scope.name}</code> {scope.text}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
