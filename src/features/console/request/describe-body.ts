import type { MediaTypeView, OperationPage } from '../../../../contract/reference-page';
import type { FormValues } from './form-values';
import { isJsonMediaType } from './field-kind';
import { fileNameOfBody, fileNameOfPart } from './file-names';
import type { FieldProblem, RequestContent, RequestPart } from './request-description';

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
  if (declared.type.toLowerCase().startsWith('multipart/')) return describeParts(values.body, declared, files);
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
function describeParts(
  written: string,
  declared: MediaTypeView,
  files: Readonly<Record<string, readonly File[]>>,
): BodyDescription {
  const document = written.trim() === '' ? {} : parse(written);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    const message = 'Write the parts as a JSON object, a member for each part.';
    return { content: { kind: 'none' }, contentType: null, doubts: [{ field: 'body', message }] };
  }
  const chosen = Object.entries(files).flatMap(([name, list]) =>
    list.map((file): RequestPart => [name, '', file.name, file]),
  );
  const typed = Object.entries(document).filter(([name]) => (files[name] ?? []).length === 0);
  const parts = typed.map(([name, value]): RequestPart => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const fileName = fileNameOfPart(name, declared);
    return fileName === null ? [name, text] : [name, text, fileName];
  });
  return { content: { kind: 'parts', parts: [...parts, ...chosen] }, contentType: null, doubts: [] };
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
