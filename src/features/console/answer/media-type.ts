import { headerOf, type AnswerHead } from './answer';

/** `application/json` of `application/json; charset=utf-8`; '' where there is none. */
export function essenceOf(contentType: string | null): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The character encoding that the header names; UTF-8 where it names none, or one that browsers do not know. */
export function decoderOf(contentType: string | null): TextDecoder {
  const label = /;\s*charset="?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

/** True where the body is text to read. An answer that names no media type is taken for text where it looks like it. */
export function isTextType(contentType: string | null): boolean {
  const essence = essenceOf(contentType);
  if (essence === '' || essence.startsWith('text/')) return true;
  return /^application\/(.*[+-])?(json|xml|yaml|x-yaml|javascript|ndjson|x-ndjson|jsonl|jsonlines|json-seq|graphql|x-www-form-urlencoded|problem)$/.test(
    essence,
  );
}

/** How a media type strings events together, where it is one that may go on for ever; null for any other. */
export function streamKindOf(contentType: string | null): 'sse' | 'lines' | null {
  const essence = essenceOf(contentType);
  if (essence === 'text/event-stream') return 'sse';
  return /[/+-](x-)?(ndjson|jsonl|jsonlines|json-seq|stream\+json)$/.test(essence) ? 'lines' : null;
}

/** The language that highlights the body. */
export function languageOf(contentType: string | null): string {
  const essence = essenceOf(contentType);
  if (/[/+-](json|ndjson|jsonl|json-seq)$/.test(essence)) return 'json';
  if (/[/+](xml|html)$/.test(essence)) return 'xml';
  return /[/+-]yaml$/.test(essence) ? 'yaml' : 'text';
}

export function languageOfAnswer(head: Pick<AnswerHead, 'headers'>): string {
  return languageOf(headerOf(head, 'content-type'));
}
