import { findJsonFault } from '../json/scan-json';
import { isJsonMediaType, isMultipart } from '../request';
import { findXmlFault } from '../xml/find-xml-fault';

/** What a body's text is written in. */
export type BodyLanguage = 'json' | 'xml' | 'text';

/** Where a text is not what its language asks for: 1-based, and what is wrong. */
export interface TextFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The parts of a multipart body are written as a JSON object. */
export function languageOf(mediaType: string): BodyLanguage {
  if (isJsonMediaType(mediaType) || isMultipart(mediaType)) return 'json';
  return /^(?:application|text|image)\/(?:[\w.+-]+\+)?xml(?:\s*;|$)/i.test(mediaType) ? 'xml' : 'text';
}

/** Null where there is nothing wrong, or no text. */
export function findFault(text: string, language: BodyLanguage): TextFault | null {
  if (text.trim() === '' || language === 'text') return null;
  if (language === 'xml') return findXmlFault(text);
  const fault = findJsonFault(text);
  return fault && { line: fault.line, column: fault.column, message: `expected ${fault.expected}` };
}

export function wordsOfFault({ line, column, message }: TextFault): string {
  return `Line ${line}, column ${column}: ${message}.`;
}
