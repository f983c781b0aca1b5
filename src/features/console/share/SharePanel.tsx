import { useEffect, useId, useState } from 'react';
import { CopyButton } from '../../../ui';
import { portableOf } from './portable-of';
import { leftOutWords, type PortableRequest } from './portable-request';
import { hashOf, mostLinkCharacters } from './share-link';
import type { ShareToolProps } from './ShareTool';
import styles from './ShareTool.module.css';

type Link =
  { readonly kind: 'making' } | { readonly kind: 'link'; readonly link: string } | { readonly kind: 'too-long' };

/** Some programs for chats and mail cut longer ones. */
const longLinkCharacters = 2_000;

/** The link to what stands in the form, and what it holds. It follows what is typed. */
export function SharePanel({ page, values, secrets, environment, origin }: ShareToolProps) {
  const fieldId = useId();
  const request = portableOf(page, values, { secrets: secrets(), ...(environment !== undefined && { environment }) });
  const written = JSON.stringify(request);
  const [link, setLink] = useState<Link>({ kind: 'making' });
  const address = `${origin}/reference/${page.api}/${page.version}/${page.slug}`;
  useEffect(() => {
    let isLate = false;
    void hashOf(JSON.parse(written) as PortableRequest).then((hash) => {
      if (!isLate) setLink(hash === null ? { kind: 'too-long' } : { kind: 'link', link: address + hash });
    });
    return () => {
      isLate = true;
    };
  }, [written, address]);
  if (link.kind === 'too-long') {
    return (
      <p role="alert">
        This request is too long for a link: it would have more than {mostLinkCharacters.toLocaleString('en')}{' '}
        characters.
      </p>
    );
  }
  const text = link.kind === 'link' ? link.link : '';
  return (
    <>
      <label htmlFor={fieldId} className={styles.label}>
        A link to this request
      </label>
      <div className={styles.row}>
        <input
          id={fieldId}
          readOnly
          value={text}
          className={styles.link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <CopyButton text={text} label="Copy the link" />
      </div>
      <p className={styles.words}>
        {contentWords(request)} Opening it sends nothing.
        {text.length > longLinkCharacters &&
          ` It has ${text.length.toLocaleString('en')} characters: some programs cut a link that long.`}
      </p>
    </>
  );
}

function contentWords({ parameters, body, environment, leftOut }: PortableRequest): string {
  const count = Object.keys(parameters).length;
  const parts = [
    count > 0 ? `${count} ${count === 1 ? 'parameter' : 'parameters'}` : '',
    body === undefined ? '' : 'the body',
    environment === undefined ? '' : `the environment (${environment})`,
  ].filter((part) => part !== '');
  const without = leftOutWords(leftOut);
  return `It holds ${parts.join(', ') || 'no values'}, and never your key${without && `; without ${without}`}.`;
}
