import Link from '@docusaurus/Link';
import styles from './WithoutScript.module.css';

export interface WithoutScriptProps {
  readonly serviceUrl: string;
  /** The steps that call the API: each operation's page has the request as curl. */
  readonly calls: readonly { readonly href: string; readonly title: string }[];
}

/** The same journey for a terminal, where the page cannot send. */
export function WithoutScript({ serviceUrl, calls }: WithoutScriptProps) {
  return (
    <noscript>
      <div className={styles.words}>
        <p>Sending from this page needs JavaScript. From a terminal the requests are the same. Get a key:</p>
        <pre>curl --request POST {serviceUrl}/api/v1/guest-keys</pre>
        <p>Then send, with the key in the place of YOUR_KEY, what these pages show as curl:</p>
        <ul>
          {calls.map(({ href, title }) => (
            <li key={href}>
              <Link to={href}>{title}</Link>
            </li>
          ))}
        </ul>
      </div>
    </noscript>
  );
}
