import clsx from 'clsx';

const PARAGRAPH = /^<p>((?:(?!<p>)[^])*)<\/p>$/;

/**
 * A text of the description: HTML that was sanitised when the page data was made. `long` texts look like a guide's, short ones
 * like a remark.
 */
export function Html({
  html,
  className,
  long = false,
}: {
  readonly html: string | undefined;
  readonly className?: string;
  readonly long?: boolean;
}) {
  if (!html) return null;
  const paragraph = long ? undefined : PARAGRAPH.exec(html)?.[1];
  if (paragraph !== undefined) return <p className={className} dangerouslySetInnerHTML={{ __html: paragraph }} />;
  return <div className={clsx(long && 'markdown', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
