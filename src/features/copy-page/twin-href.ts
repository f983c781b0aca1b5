/** Where the Markdown twin of a page is: `/docs/start/` → `/docs/start.md`; of the home page, `/index.md`. */
export function twinHref(pathname: string): string {
  const page = pathname.replace(/(?:\/index)?\.html$|\/+$/g, '');
  return page === '' ? '/index.md' : `${page}.md`;
}

/** An agent's page with a question about the twin typed in, as an ordinary link. */
export function agentHref(agent: 'claude' | 'chatgpt', twin: string): string {
  const words = encodeURIComponent(`Read ${twin} so that I can ask questions about it.`);
  return agent === 'claude' ? `https://claude.ai/new?q=${words}` : `https://chatgpt.com/?q=${words}`;
}
