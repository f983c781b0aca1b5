import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { collapseFolds, expandFolds } from './expand-folds';
import { openPlace } from './open-place';

/** A fold as `MoreSchema` renders it, which fetches `inside` when it is opened. */
function part(file: string, at: string, inside: () => HTMLElement[]): HTMLDetailsElement {
  const fold = document.createElement('details');
  Object.assign(fold.dataset, { part: file, at, state: 'shut' });
  fold.addEventListener('toggle', () => {
    if (!fold.open || fold.dataset.state !== 'shut') return;
    fold.dataset.state = 'loading';
    queueMicrotask(() => {
      fold.append(...inside());
      fold.dataset.state = 'ready';
    });
  });
  return fold;
}

function place(id: string, ...inside: HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.id = id;
  element.append(...inside);
  return element;
}

/** A list without an end: each node holds the next. */
const node = (id: string): HTMLElement =>
  place(
    id,
    part('Node', id, () => [node(`${id}.next`)]),
  );
const open = () => document.querySelectorAll('details[open]').length;

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('an address leads to', () => {
  test('a place that is folded', async () => {
    const fold = document.createElement('details');
    fold.append(place('body.a'));
    document.body.append(fold);
    expect(await openPlace('body.a')).toBe(true);
    expect(fold.open).toBe(true);
    expect(document.getElementById('body.a')?.dataset.marked).toBe('');
  });

  test('a place in parts that are fetched one after the other', async () => {
    document.body.append(node('body.list'), node('body.list2'));
    expect(await openPlace('body.list.next.next.next')).toBe(true);
    expect(open()).toBe(3);
  });

  test('nowhere, where there is no such place', async () => {
    document.body.append(
      place(
        'body',
        part('A', 'body', () => [place('body.a')]),
      ),
    );
    expect(await openPlace('body.b')).toBe(false);
    expect(await openPlace('elsewhere')).toBe(false);
  });
});

describe('all folds are opened', () => {
  test('with what they fetch, and closed again', async () => {
    document.body.append(
      place(
        'a',
        part('A', 'a', () => [
          place(
            'a.b',
            part('B', 'a.b', () => []),
          ),
        ]),
      ),
    );
    expect(await expandFolds(document.body, 200)).toEqual({ opened: 2, isCut: false });
    collapseFolds(document.body);
    expect(open()).toBe(0);
  });

  test('a part within itself stays closed', async () => {
    document.body.append(node('body'));
    expect(await expandFolds(document.body, 200)).toEqual({ opened: 1, isCut: false });
  });

  test('no more than asked for at a time', async () => {
    document.body.append(...Array.from({ length: 5 }, (_, index) => part(`P${index}`, `p${index}`, () => [])));
    expect(await expandFolds(document.body, 3)).toEqual({ opened: 3, isCut: true });
    expect(await expandFolds(document.body, 3)).toEqual({ opened: 2, isCut: false });
  });
});
