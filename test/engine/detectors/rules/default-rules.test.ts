import { describe, expect, it } from 'vitest';
import { defaultRules } from '../../../../src/engine/detectors/rules/defaults/default-rules';
import { RuleBook } from '../../../../src/engine/detectors/rules/rule-book';

const book = new RuleBook(defaultRules);

/** Ids of the rules a masked message fits. */
function fitting(text: string, eventClass = ''): string[] {
  return book.matches({ tokens: text.split(' '), eventClass, text: () => text }).map(({ rule }) => rule.id);
}

describe('the default set', () => {
  it('has ids of its own, a category and a hint for each', () => {
    const ids = defaultRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, hint, keywords } of defaultRules) {
      expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(hint, id).not.toBeNull();
      expect(keywords.length, id).toBeGreaterThan(0);
    }
  });

  it('writes keywords as messages are compared: in lower case, words parted by one blank', () => {
    for (const { id, keywords } of defaultRules)
      for (const keyword of keywords)
        expect(keyword, id).toMatch(/^(?:[\p{Ll}\p{Lo}\p{N}]+|#|=|…)(?: (?:[\p{Ll}\p{Lo}\p{N}]+|#|=|…))*$/u);
  });

  it('finds each of its keywords in a message that says no more', () => {
    for (const { id, keywords } of defaultRules)
      for (const keyword of keywords) {
        const message = keyword.replaceAll('#', '<number>').replaceAll('…', 'the').replaceAll(' = ', ': ');
        const found = fitting(message, keyword === '5xx' ? '5xx' : '');
        expect(found, `${id}: ${keyword}`).toContain(id);
      }
  });

  it.each([
    ['worker <number> ran out of memory, giving up', 'out-of-memory'],
    ['java.lang.OutOfMemoryError: Java heap space', 'out-of-memory'],
    ['oom-killer was called by indexer', 'out-of-memory'],
    ['indexer[<number>]: segfault at <hex>', 'segmentation-fault'],
    ['cannot write <path>: No space left on device', 'disk-full'],
    ['opening <path> failed: permission denied', 'permission-denied'],
    ['dial tcp <ip>: connect: connection refused', 'connection-refused'],
    ['connection to <ip> was refused', 'connection-refused'],
    ['ECONNRESET while reading the answer', 'connection-lost'],
    ['getaddrinfo ENOTFOUND stock.shop.example', 'dns-failure'],
    ['the certificate of stock.shop.example has expired', 'certificate-expired'],
    ['deadlock found when trying to get a lock', 'deadlock'],
    ['user anna was denied: too many requests', 'rate-limit'],
    ['login for anna failed', 'authentication-failed'],
    ['anna is not in the sudoers file', 'privilege-escalation'],
    ['NullPointerException in PriceList', 'null-pointer'],
    ['replica east is <duration> behind', 'replication-lag'],
    ['queue full: <number> orders wait', 'queue-full'],
    ['partition <path> is <number> % full', 'disk-nearly-full'],
    ['stock gave no answer within <duration>', 'request-timeout'],
    ['订单服务拒绝连接', 'connection-refused'],
    ['写入失败：磁盘空间不足', 'disk-full'],
    ['用户 anna 登录失败', 'authentication-failed'],
    ['检测到死锁，事务已中止', 'deadlock'],
  ])('%s: %s', (message, id) => {
    expect(fitting(message)).toContain(id);
  });

  it('knows the class of a status that stands in the header alone', () => {
    expect(fitting('GET <path>', '5xx')).toEqual(['http-server-error']);
    expect(fitting('GET <path>', '2xx')).toEqual([]);
  });

  it.each([
    'no deadlock was found',
    'finished without any panic',
    '<number> deadlocks, <number> timeouts',
    'deadlocks: <number>, retries exhausted: <number>',
    'connection timeout: <duration>',
    'connection timeout=<number> read timeout=<number>',
    'the deadlock detector runs every <duration>',
    'slow query log enabled',
    'port scan protection enabled',
    'scanning for malware in <path>',
    'retries only if the connection timed out',
    'the certificate of stock.shop.example has not expired',
    'PASS TestConnectionRefused connection refused',
    'test io::panic_in_task ... ok',
    'order <number> accepted for customer <number>',
    'dismissed the card',
    '没有死锁',
    '未发现病毒',
    '死锁数：<number>',
  ])('says nothing of: %s', (message) => {
    expect(fitting(message)).toEqual([]);
  });
});
