import type { MediaTypeView, OperationPage } from '../../../../contract/reference-page';
import type { FormValues } from './form-values';
import { isJsonMediaType, isMultipart } from './field-kind';
import { fileNameOfBody } from './file-names';
import { partsOfDocument } from './multipart-parts';
import type { FieldProblem, RequestContent } from './request-description';

interface BodyDescription {
  readonly content: RequestContent;
  /** Null where the browser sets the header itself (multipart), and where there is no body. */
  readonly contentType: string | null;
  readonly doubts: readonly FieldProblem[];
}

/** The body of the request from what stands in the editor; an empty editor is no body. */
export function describeBody(page: OperationPage, values: FormValues): BodyDescription {
  const declared = page.body?.content[values.mediaType];
  if (!page.body || !declared) return { content: { kind: 'none' }, contentType: null, doubts: [] };
  const files = values.files ?? {};
  const [whole] = files[''] ?? [];
  if (values.body === '' && Object.values(files).every((list) => list.length === 0)) {
    const doubts = page.body.required ? [{ field: 'body', message: 'The contract asks for a body.' }] : [];
    return { content: { kind: 'none' }, contentType: null, doubts };
  }
  if (isMultipart(declared.type)) return describeParts(values, declared);
  const fileName = fileNameOfBody(declared);
  if (fileName !== null) {
    const content = {
      kind: 'file' as const,
      text: values.body,
      fileName: whole?.name ?? fileName,
      ...(whole && { file: whole }),
    };
    const contentType =
      declared.type.includes('*') && whole?.type ? whole.type : concreteType(declared.type, values.body);
    return { content, contentType, doubts: [] };
  }
  const isBroken = isJsonMediaType(declared.type) && !isJson(values.body);
  return {
    content: { kind: 'text', text: values.body },
    contentType: concreteType(declared.type, values.body),
    doubts: isBroken ? [{ field: 'body', message: 'The body is not valid JSON.' }] : [],
  };
}

/** A multipart body is written as a JSON object in the editor: each member is a part, unless a file was chosen for it. */
function describeParts(values: FormValues, declared: MediaTypeView): BodyDescription {
  const document = values.body.trim() === '' ? {} : parse(values.body);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    const message = 'Write the parts as a JSON object, a member for each part.';
    return { content: { kind: 'none' }, contentType: null, doubts: [{ field: 'body', message }] };
  }
  const parts = partsOfDocument(document as Record<string, unknown>, declared, values);
  return { content: { kind: 'parts', parts }, contentType: null, doubts: [] };
}

/** A request names one media type, also where the contract gives a range such as `text/*`. */
function concreteType(type: string, text: string): string {
  if (!type.includes('*')) return type;
  if (type.startsWith('text/')) return 'text/plain';
  return isJson(text) ? 'application/json' : 'application/octet-stream';
}

function isJson(text: string): boolean {
  return parse(text) !== undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
