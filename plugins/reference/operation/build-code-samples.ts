import type { CodeSampleView } from '../../../contract/reference-page.ts';

/** `x-codeSamples`, in Redocly's older spelling `x-code-samples` too: samples that the author wrote by hand. */
export function buildCodeSamples(extensions: Readonly<Record<string, unknown>>): CodeSampleView[] {
  const declared = extensions['x-codeSamples'] ?? extensions['x-code-samples'];
  const list: readonly unknown[] = Array.isArray(declared) ? declared : [];
  return list.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { lang, label, source } = entry as Record<string, unknown>;
    if (typeof source !== 'string' || source.trim() === '') return [];
    return [
      {
        lang: typeof lang === 'string' ? lang : '',
        ...(typeof label === 'string' && { label }),
        source: source.trimEnd(),
      },
    ];
  });
}
