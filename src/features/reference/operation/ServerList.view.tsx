import type { ServerView } from '../../../../contract/reference-page';
import { CopyButton } from '../../../ui';
import { Html } from '../schema/Html.view';
import { PathText } from './PathText.view';
import styles from './ServerList.module.css';

/** Addresses of servers, each with what can be put into its braces (OpenAPI 3.1 §4.8.6). */
export function ServerList({ servers }: { readonly servers: readonly ServerView[] }) {
  return servers.map(({ url, descriptionHtml, variables }, index) => (
    <div key={index} className={styles.server}>
      <span className={styles.url}>
        <code>
          <PathText path={url} />
        </code>
        <CopyButton text={url} label="Copy the address" />
      </span>
      <Html html={descriptionHtml} className={styles.text} />
      {variables.length > 0 ? (
        <dl className={styles.variables}>
          {variables.map((variable) => (
            <div key={variable.name}>
              <dt>
                <code>{variable.name}</code>
              </dt>
              <dd>
                <Html html={variable.descriptionHtml} />
                {variable.enum ? (
                  <p>
                    One of{' '}
                    {variable.enum.map((value) => (
                      <code key={value}>{value}</code>
                    ))}
                  </p>
                ) : null}
                <p>
                  Default <code>{variable.default}</code>
                </p>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  ));
}
