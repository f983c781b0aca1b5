/**
 * An HTML answer as the document of a sandboxed frame: nothing in it may run, load or lead anywhere. The policy comes
 * first, so that it holds for all that follows; the frame's `sandbox` holds whatever the document says.
 */
export function safeDocument(html: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'";
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><base target="_blank">${html}`;
}
