const evil = '<img id=pwned src=x onerror="globalThis.pwned=1">"\'</script><script>globalThis.pwned=1</script>';
const json = JSON.stringify({
  [evil]: evil,
  data: [{ id: evil, __proto__x: evil }],
  next_cursor: `"><svg onload=pwned=1>`,
});

/** What an API might answer to break out of the page that shows it, in every place that an answer has. */
export const HOSTILE = {
  evil,
  headers: [
    ['x-hostile', evil],
    ['request-id', evil],
    ['server-timing', 'gateway;dur=1;desc="<img id=pwned onerror=pwned=1>"'],
    ['ratelimit', '"<img id=pwned>";r=1;t=1'],
    ['content-disposition', `attachment; filename="../../${evil.replaceAll('"', '')}.html"`],
    ['link', '<javascript:pwned=1>; rel="next"'],
  ],
  bodies: [
    ['names and values of JSON', 'application/json', json, ['Raw', 'Tree']],
    ['events', 'text/event-stream', `event: ${evil}\nid: ${evil}\ndata: ${json}\n\ndata: ${evil}\n\n`, []],
    ['lines of JSON', 'application/x-ndjson', `${json}\n${evil}\n`, []],
    ['HTML', 'text/html', `<!doctype html><body>${evil}`, ['Preview', 'Raw']],
    [
      'an image of SVG',
      'image/svg+xml',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="top.pwned=1"><text>x</text></svg>`,
      ['Bytes', 'Preview'],
    ],
    ['a table', 'text/csv', `a,b\n"${evil.replaceAll('"', '""')}",=cmd|calc\n`, ['Raw', 'Table']],
    ['XML', 'application/xml', `<a>${evil}</a>`, []],
    ['bytes', 'application/octet-stream', evil, []],
  ],
} as const;
