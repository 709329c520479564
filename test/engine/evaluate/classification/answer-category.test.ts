import { describe, expect, it } from 'vitest';
import { categoryIn } from '../../../../src/engine/evaluate/classification/answer-category';

const categories = ['system', 'network', 'database', 'application', 'security', 'billing'];

describe('the category an answer names', () => {
  it.each([
    ['Anomalous. Category: network. The database waited.', 'network'],
    ['Anomalous. This is a problem of the category database. Deadlock.', 'database'],
    ['**Anomalous**\n- **Category:** Security', 'security'],
    ['异常。类别：网络。数据库等待。', 'network'],
    ['异常。问题类别为数据库。', 'database'],
    ['{"verdict": "anomalous", "category": "application"}', 'application'],
    ['Anomalous. Category: billing', 'billing'],
    ['Anomalous. Type: disk', null],
    ['Anomalous. The database refused connections of the network.', null],
    ['Normal.', null],
    ['', null],
  ])('%j: %s', (answer, expected) => {
    expect(categoryIn(answer, categories)).toBe(expected);
  });

  it('knows a category that a data set says in Chinese', () => {
    expect(categoryIn('Anomalous. Category: network.', ['数据库', '网络'])).toBe('网络');
  });

  it.each([
    ['{"toString": 1}', null],
    ['{"__proto__": null, "valueOf": {}}', null],
    ['[[["nested"]]]', null],
    ['["network"]', 'network'],
  ])('takes whatever JSON holds: %s', (value, expected) => {
    expect(categoryIn(`{"category": ${value}}`, categories)).toBe(expected);
  });
});
