import { describe, expect, it } from 'vitest';
import { CategoryGuess } from '../../../../src/engine/detectors/rules/category';

const guess = new CategoryGuess();

describe('what a message without a rule seems to concern', () => {
  it.each([
    ['password of anna changed', '', 'security'],
    ['query on table orders planned anew', '', 'database'],
    ['upstream host answered late', '', 'network'],
    ['fan speed of the node raised', '', 'system'],
    ['task 7 of the worker gave up', '', 'application'],
    ['finished in <duration>', 'disk-monitor', 'system'],
    ['finished in <duration>', 'QueryPlanner', 'database'],
    ['request of anna was not authorized', '', 'security'],
    ['replica 3 fell behind its leader', 'kafka.server.ReplicaManager', 'application'],
    ['consumer lost partition 7 of the topic', '', 'application'],
    ['replica fell behind the primary', '', 'database'],
    ['数据库 切换完成', '', 'database'],
    ['finished in <duration>', '', null],
    ['', '', null],
  ])('%s (component "%s"): %s', (text, component, category) => {
    expect(guess.of(text.split(' '), component)).toBe(category);
  });
});
