import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseFailurePhrases } from '../../../src/engine/detectors/chinese-failure-words';
import { findFailure } from '../../../src/engine/detectors/failure-search';
import { failurePhrases, harmlessPhrases } from '../../../src/engine/detectors/failure-words';
import { processorMs } from '../../processor-time';

/** `gravity: words` as they stand in the message, or nothing. */
function found(message: string): string {
  const failure = findFailure(message.split(' '));
  return failure === undefined ? '' : `${failure.gravity}: ${failure.words}`;
}

const failures: readonly (readonly [string, string])[] = [
  ['worker <number> ran Out of memory', 'disaster: Out of memory'],
  ['java.lang.OutOfMemoryError: heap', 'disaster: OutOfMemory'],
  ['container OOMKilled by the runtime', 'disaster: OOMKilled'],
  ['shopd[<number>]: segfault at <hex>', 'disaster: segfault'],
  ['write to <path> : No space left on device', 'disaster: No space left'],
  ['filesystem remounted as read-only file system', 'disaster: read-only file system'],
  ['dial <ip>: connection refused', 'outage: connection refused'],
  ['connect ECONNREFUSED <ip>', 'outage: ECONNREFUSED'],
  ['got SQLException after COMMIT', 'failure: Exception'],
  ['Pool::ConnectionRefused for <ip>', 'outage: ConnectionRefused'],
  ['cart::store::save_order failed', 'failure: failed'],
  ['[mailer] :: broken_pipe', 'outage: broken_pipe'],
  ['PASS <number> of <number>, then a FAILED teardown', 'failure: FAILED'],
  ['I/O error on sector <number>', 'outage: I/O error'],
  ['peer certificate has expired', 'outage: certificate has expired'],
  ["couldn't open <path>", "failure: couldn't"],
  ['Can’t find child <number> in scoreboard', 'failure: Can’t'],
  ['connection ---------- refused', 'outage: connection refused'],
  ['order <number> failed: disk gone', 'failure: failed'],
  ['starting the pump ........ failed', 'failure: failed'],
  ['upload failed with status <number>', 'failure: failed'],
  ['request <number> timed out', 'failure: timed out'],
  ['login refused for <word>', 'refusal: refused'],
  ['error="disk gone"', 'failure: error'],
  ['error: no answer', 'failure: error'],
  ['一个线程发生死锁', 'outage: 死锁'],
  ['订单<number>支付失败', 'failure: 失败'],
  ['系统内存不足，进程退出', 'disaster: 内存不足'],
  ['下单超时', 'refusal: 超时'],
];

const harmless: readonly string[] = [
  'order <number> accepted',
  '<number> errors, <number> warnings',
  '0 errors',
  'scan done, no errors found',
  'finished without any error',
  'error=null code=<number>',
  'errors: <number> failed: <number>',
  'failed=0 ok=17',
  '<number> passed, <number> failed',
  'done with <number> failed',
  'status installed libgpg-error-dev:amd64',
  'error_code set',
  'PASS [ <duration>] stream_chunks panic_in_worker',
  'fatal error trap ........ off',
  'data corruption seen.......<number>',
  '✓ refuses a fatal error (<duration>)',
  'test pool_panic_is_caught ... ok',
  'ok io::pool workers::panic_in_worker',
  'tests/test_pipe.py::TestPipe::test_broken_pipe_on_close PASSED',
  'at core::panicking::panic_fmt',
  'timeout=30 retries=3',
  'connect timeout: <duration>',
  'registered error handler for <path>',
  'failover to replica',
  'terrorist watch list loaded',
  'Intel machine check architecture supported',
  'this is not an error',
  '没有错误',
  '任务完成，无异常',
  '错误数: <number>',
];

const dealtWith: readonly (readonly [string, string])[] = [
  ['connection reset by peer, retrying', 'failure: connection reset'],
  ['request timed out, will retry', 'refusal: timed out'],
  ['login refused, ignored', ''],
  ['连接超时，正在重试', 'failure: 连接超时'],
];

describe('failure words', () => {
  it.each(failures)('are found in "%s"', (message, expected) => expect(found(message)).toBe(expected));

  it.each(harmless)('are not found in "%s"', (message) => expect(found(message)).toBe(''));

  it.each(dealtWith)('weigh a step less where the failure is dealt with: "%s"', (message, expected) => {
    expect(found(message)).toBe(expected);
  });

  it('are found whatever their case and whatever ordinary words stand around them', () => {
    const phrases = [...failurePhrases, ...chineseFailurePhrases].flatMap((group) => group.phrases);
    for (const phrase of phrases) {
      expect(findFailure(['then', phrase.toUpperCase(), 'happened']), phrase).toBeDefined();
    }
  });

  it('of a harmless phrase never count', () => {
    for (const phrase of harmlessPhrases) expect(found(phrase), phrase).toBe('');
  });

  it('are looked for in any text without failing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (tokens) => {
        findFailure(tokens);
      }),
    );
  });

  it('cost no more than moments in a message of ten thousand long tokens', () => {
    const tokens = Array.from({ length: 10_000 }, () => 'aB'.repeat(5_000));
    expect(processorMs(() => expect(findFailure(tokens)).toBeUndefined())).toBeLessThan(5_000);
  });
});
