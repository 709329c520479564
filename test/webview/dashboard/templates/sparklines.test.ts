import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { TemplateSeriesRequest } from '../../../../src/protocol/log-shape';
import type { Host } from '../../../../webview/dashboard/host';
import { Sparklines } from '../../../../webview/dashboard/templates/sparklines';
import type { TemplateId } from '../../../../webview/dashboard/terms';

const ids = (...numbers: number[]) => numbers as TemplateId[];
const bins = { from: '0', width: '1000000000', count: 2 };

interface Asked {
  readonly request: TemplateSeriesRequest;
  readonly signal: AbortSignal;
}

/** Answers two bins a template: its id, and its id times ten. */
function hostOf(asked: Asked[], hasTimes = true): Pick<Host, 'call'> {
  const call = async (_method: string, request: TemplateSeriesRequest, options: { signal: AbortSignal }) => {
    asked.push({ request, signal: options.signal });
    const counts = Uint32Array.from(request.templates.flatMap((id) => [id, id * 10]));
    return { bins: hasTimes ? bins : null, counts };
  };
  return { call } as unknown as Pick<Host, 'call'>;
}

describe('sparklines', () => {
  let asked: Asked[];
  let arrived: number;
  let lines: Sparklines;
  const rested = () => vi.advanceTimersByTimeAsync(150);

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    arrived = 0;
    lines = new Sparklines(hostOf(asked), () => arrived++);
    return () => vi.useRealTimers();
  });

  test('are asked for once, for what is seen when the scrolling rests', async () => {
    lines.want(ids(1, 2));
    lines.want(ids(2, 3));
    await rested();
    lines.want(ids(2, 3));
    await rested();
    expect(asked.map(({ request }) => request.templates)).toEqual([[2, 3]]);
    expect([...(lines.of(ids(3)[0])?.counts ?? [])]).toEqual([3, 30]);
    expect(lines.of(ids(1)[0])).toBeUndefined();
    expect(arrived).toBe(1);
  });

  test('at most 200 at once', async () => {
    lines.want(ids(...Array.from({ length: 500 }, (_, id) => id)));
    await rested();
    expect(asked[0].request.templates).toHaveLength(200);
  });

  test('another range forgets them and asks for its own time', async () => {
    lines.want(ids(1));
    await rested();
    const range = { from: '5', until: '9' };
    lines.reset(1, range);
    expect(lines.of(ids(1)[0])).toBeUndefined();
    lines.want(ids(1));
    await rested();
    expect(asked[1].request).toMatchObject(range);
  });

  test('another result shows the old ones until the new are there', async () => {
    lines.want(ids(1));
    await rested();
    lines.reset(1, null);
    expect(lines.of(ids(1)[0])).toBeDefined();
    lines.want(ids(1));
    await rested();
    expect(asked).toHaveLength(2);
  });

  test('a log without times has none', async () => {
    lines = new Sparklines(hostOf(asked, false), () => arrived++);
    lines.want(ids(1));
    await rested();
    expect(lines.of(ids(1)[0])).toBeUndefined();
    expect(arrived).toBe(0);
  });
});
