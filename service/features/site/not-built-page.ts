/** What readers see before the site is built. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The site is not built</title>
<style>body { font: 16px/26px system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem; color: #0c1a27; background: #fbfaf7 } code { background: #e3e0d8; padding: 0 .25rem }</style>
<h1>The site is not built</h1>
<p>The service runs, and its API and gateway answer. Its pages are not there yet.</p>
<p>Run <code>npm run build</code>, then load this page again.</p>
</html>
`;
