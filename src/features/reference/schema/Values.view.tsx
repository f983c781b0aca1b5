import styles from './SchemaTree.module.css';

/** Values as code: in a row, or a line each where something is said about them. */
export function Values({ values, texts }: { readonly values: readonly string[]; readonly texts?: readonly string[] }) {
  if (!texts?.some((text) => text !== '')) {
    return (
      <p className={styles.fact}>
        {values.map((value) => (
          <code key={value}>{value}</code>
        ))}
      </p>
    );
  }
  return (
    <ul className={styles.values}>
      {values.map((value, index) => (
        <li key={value}>
          <code>{value}</code> {texts[index]}
        </li>
      ))}
    </ul>
  );
}
