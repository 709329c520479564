import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../../src/node/assistant/event-queue';

async function taken(queue: EventQueue<number>): Promise<number[]> {
  const events: number[] = [];
  for await (const event of queue) events.push(event);
  return events;
}

describe('what is told and taken at different paces', () => {
  it('comes whole and in order, told before and while it is taken', async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    const all = taken(queue);
    for (const event of [2, 3]) {
      await Promise.resolve();
      queue.push(event);
    }
    queue.push(4);
    queue.close();
    expect(await all).toEqual([1, 2, 3, 4]);
  });

  it('ends in the error behind what was told', async () => {
    const queue = new EventQueue<number>();
    const events: number[] = [];
    queue.push(1);
    queue.fail(new Error('gone'));
    const all = (async () => {
      for await (const event of queue) events.push(event);
    })();
    await expect(all).rejects.toThrow('gone');
    expect(events).toEqual([1]);
  });
});
