import { afterEach, expect, test, vi } from 'vitest';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { CodeBlock } from './index';

afterEach(cleanup);

/** What the server would have sent: the same markup, with the colours in it. */
const fromServer = (plain: string) => plain.replace('"id"', '<b>"id"</b>').replace('7 }', '<u>7</u> }');

test('the colours of the server stay while the page wakes up, and nothing complains', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const block = <CodeBlock language="json" code={'{ "id": 7 }'} copy={false} />;
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = fromServer(renderToString(block));
  const root = await act(async () => hydrateRoot(place, block));
  expect(place.querySelector('code')?.innerHTML).toBe('{ <b>"id"</b>: <u>7</u> }');
  expect(complain).not.toHaveBeenCalled();
  await act(async () => root.render(<CodeBlock language="json" code={'{ "name": "&<b>" }'} copy={false} />));
  await waitFor(() =>
    expect(place.querySelector('code')?.innerHTML).toBe('{ <b>"name"</b>: <i>"&amp;&lt;b&gt;"</i> }'),
  );
  await act(async () => root.unmount());
  place.remove();
});

test('a language that is not known is shown plain', () => {
  const { container } = render(<CodeBlock language="constructor" code="<b>1</b>" copy={false} />);
  expect(container.querySelector('code')?.innerHTML).toBe('&lt;b&gt;1&lt;/b&gt;');
});

test('lines that stand out are elements, also before there are colours', () => {
  const { container } = render(<CodeBlock code={'a\nb\n\nc'} highlightedLines={[2]} copy={false} />);
  const lines = [...container.querySelectorAll('code > span')];
  expect(lines.map(({ textContent }) => textContent)).toEqual(['a\n', 'b\n', '\n', 'c\n']);
  expect(lines.map(({ className }) => className.split(' ').length)).toEqual([1, 2, 1, 1]);
});
