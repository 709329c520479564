import { expect, it } from 'vitest';
import { onceSignalled } from '../../src/cli/until-signalled';

it.each(['SIGHUP', 'SIGINT', 'SIGTERM'] as const)('hears %s while it works, and no longer', async (name) => {
  const before = process.listenerCount(name);
  const heard: string[] = [];
  const work = async () => {
    process.emit(name, name);
    return 'done';
  };
  expect(await onceSignalled((signal) => heard.push(signal), work)).toBe('done');
  expect(heard).toEqual([name]);
  expect(process.listenerCount(name)).toBe(before);
});
