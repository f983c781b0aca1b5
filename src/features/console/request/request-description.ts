/** A request as plain data: what is sent, shown, and written as code. */
export interface RequestDescription {
  /** Upper case. */
  readonly method: string;
  /** Always below the gateway's address of this API version. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Each `name=value`, already encoded. A browser cannot send them; curl can. */
  readonly cookies: readonly string[];
  /** The user name of basic authentication (RFC 7617), with an empty password. */
  readonly user: string | null;
  readonly content: RequestContent;
}

export type RequestContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parts'; readonly parts: readonly RequestPart[] }
  /** Bytes: the console sends the chosen file, else what was typed; a program reads the file. */
  | { readonly kind: 'file'; readonly text: string; readonly fileName: string; readonly file?: File };

/** A part of a multipart body; with a file's name it is a file, whose content is `file`, else the value. `type` is its own media type. */
export type RequestPart = readonly [
  name: string,
  value: string,
  fileName?: string | undefined,
  file?: File | undefined,
  type?: string | undefined,
];

/** A field that needs a look: a `fieldKey`, or `body`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  /** A JSON pointer into the body. */
  readonly pointer?: string;
}

export type RequestDecision =
  /** `doubts` are not as the contract says, and can be sent on purpose. */
  | { readonly kind: 'request'; readonly request: RequestDescription; readonly doubts: readonly FieldProblem[] }
  /** No request can be made of this. */
  | { readonly kind: 'impossible'; readonly problems: readonly FieldProblem[] };
