import Link from '@docusaurus/Link';

/** Where there is more to read (OpenAPI 3.1 §4.8.11). */
export function ExternalDocs({
  docs,
  className,
}: {
  readonly docs: { readonly href: string; readonly text: string } | undefined;
  readonly className?: string;
}) {
  if (!docs) return null;
  return (
    <p className={className}>
      More: <Link to={docs.href}>{docs.text}</Link>
    </p>
  );
}
