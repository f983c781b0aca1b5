import Link from '@docusaurus/Link';
import type { LinkView, SourceView } from '../../../../contract/reference-page';
import { Html } from '../schema/Html.view';
import styles from './ResponsesSection.module.css';

/** What an answer's values can be used for next: “Use `id` of this answer as `offer_id` in Get an offer.” */
export function AnswerLinks({ links, id }: { readonly links: readonly LinkView[]; readonly id: string }) {
  return (
    <>
      <p className={styles.headers}>What to do next</p>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.name} id={`${id}-link-${link.name}`}>
            <Sentence link={link} />
            <Html html={link.descriptionHtml} className={styles.description} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Sentence({ link: { name, operation, parameters, body, bodySource } }: { readonly link: LinkView }) {
  const target = operation ? <Link to={operation.href}>{operation.title}</Link> : <code>{name}</code>;
  const uses = [
    ...parameters.map((parameter) => ({ source: parameter.source ?? { name: parameter.value }, as: parameter.name })),
    ...(body === undefined ? [] : [{ source: bodySource ?? { name: body }, as: undefined }]),
  ];
  if (uses.length === 0) return <>Go on with {target}.</>;
  return (
    <>
      Use{' '}
      {uses.map(({ source, as }, index) => (
        <span key={as ?? ''}>
          {index > 0 ? ' and ' : null}
          <Source source={source} /> as {as === undefined ? 'the body' : <code>{as}</code>}
        </span>
      ))}{' '}
      in {target}.
    </>
  );
}

/** Where a value comes from; a value that stays the same has nothing to be part of. */
export function Source({ source: { name, of } }: { readonly source: SourceView }) {
  return (
    <>
      {name.startsWith('the ') && of !== undefined ? name : <code>{name}</code>}
      {of === undefined ? null : ` ${of}`}
    </>
  );
}
