import { buffer } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import type { Dispatcher } from 'undici';
import { liveResponse } from './live-response.ts';

type Handler = Required<Dispatcher.DispatchHandler>;

/** A connection that a test speaks for. */
function connection(signal = new AbortController().signal) {
  const told = { abort: vi.fn(), pause: vi.fn(), resume: vi.fn() };
  const controller = told as unknown as Dispatcher.DispatchController;
  const { promise, resolve } = Promise.withResolvers<Handler>();
  const response = liveResponse(signal, (handler) => resolve(handler as Handler));
  response.catch(() => undefined);
  return { response, controller, told, handler: promise };
}

const sized = { 'content-length': '2' };

describe('an answer', () => {
  test('that comes in one piece, and says how long it is, needs no stream', async () => {
    const { response, controller, handler } = connection();
    const says = await handler;
    says.onResponseStart(controller, 200, sized);
    says.onResponseData(controller, Buffer.from('ok'));
    says.onResponseEnd(controller, {});
    expect(await response).toMatchObject({ statusCode: 200, body: null, bytes: Buffer.from('ok') });
  });

  test('that does not say how long it is stays a stream', async () => {
    const { response, controller, handler } = connection();
    const says = await handler;
    says.onResponseStart(controller, 200, {});
    says.onResponseData(controller, Buffer.from('ok'));
    says.onResponseEnd(controller, {});
    const { body } = await response;
    expect(body && (await buffer(body)).toString()).toBe('ok');
  });

  test('whose rest is still to come is handed on before it comes, and held back where it is not taken', async () => {
    const { response, controller, told, handler } = connection();
    const says = await handler;
    says.onResponseStart(controller, 103, {});
    says.onResponseStart(controller, 200, sized);
    says.onResponseData(controller, Buffer.alloc(64 * 1024));
    const { body } = await response;
    says.onResponseData(controller, Buffer.alloc(64 * 1024));
    expect(told.pause).toHaveBeenCalled();
    expect(told.resume).not.toHaveBeenCalled();
    const whole = body && buffer(body);
    await vi.waitFor(() => expect(told.resume).toHaveBeenCalled());
    says.onResponseEnd(controller, {});
    expect((await whole)?.length).toBe(128 * 1024);
  });

  test('that breaks off breaks off for whoever reads it', async () => {
    const { response, controller, handler } = connection();
    const says = await handler;
    says.onResponseStart(controller, 200, sized);
    const { body } = await response;
    says.onResponseError(controller, new Error('reset'));
    await expect(body && buffer(body)).rejects.toThrow('reset');
  });
});

test('whoever goes away waits no longer, and what is under way is broken off', async () => {
  const leaving = new AbortController();
  const { response, controller, told, handler } = connection(leaving.signal);
  (await handler).onRequestStart(controller, {});
  leaving.abort(new Error('gone'));
  await expect(response).rejects.toThrow('gone');
  expect(told.abort).toHaveBeenCalledWith(leaving.signal.reason);
});
