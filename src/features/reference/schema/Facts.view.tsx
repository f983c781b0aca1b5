import { createElement } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import { facts, FEW_VALUES, plainText } from './schema-words';
import { Values } from './Values.view';
import styles from './SchemaTree.module.css';

/** Constraints, values, default and examples of a schema, a line each. */
export function Facts({ view }: { readonly view: SchemaView }) {
  const { enum: values, enumTexts, externalDocs } = view;
  const isDescribed = values !== undefined && enumTexts !== undefined;
  return (
    <>
      {facts(view).map(({ name, values: said, isCode }) => (
        <p key={`${name}${said[0]}`} className={styles.fact}>
          {name === '' ? null : `${name} `}
          {isCode ? said.map((value) => <code key={value}>{value}</code>) : said.join(', ')}
        </p>
      ))}
      {isDescribed ? (
        <>
          <p className={styles.fact}>One of</p>
          <Values values={values.slice(0, FEW_VALUES).map(plainText)} texts={enumTexts} />
        </>
      ) : null}
      {externalDocs ? (
        <p className={styles.fact}>
          More: {createElement('a', { href: externalDocs.href, rel: 'noreferrer' }, externalDocs.text)}
        </p>
      ) : null}
    </>
  );
}
