import { describe, expect, it } from 'vitest';
import { errorFieldsOf, statementOf } from '../../../../src/engine/triage/causes/inner-texts';
import { processorMs } from '../../../processor-time';

const statements: readonly (readonly [line: string, statement: string])[] = [
  ['java.io.IOException: Broken pipe\r\n', 'java.io.IOException: Broken pipe'],
  ['Caused by: a.b.LockTimeout: deadlock found', 'Caused by: a.b.LockTimeout: deadlock found'],
  ['    Caused by: a.b.LockTimeout: deadlock found', 'Caused by: a.b.LockTimeout: deadlock found'],
  // Frames name code; what is indented is quoted.
  ['\tat a.b.OutOfMemoryGuard.check(OutOfMemoryGuard.java:12)', ''],
  ['at panic (shop.js:3:1)', ''],
  ['  File "/opt/deadlock.py", line 3, in run', ''],
  ['... 41 more', ''],
  ['Traceback (most recent call last):', ''],
  ['    raise PermissionDenied(path)', ''],
  ['', ''],
];

const fields: readonly (readonly [line: string, values: readonly string[]])[] = [
  [
    '{"level":"error","msg":"no mail sent","err":"dial tcp: connection refused"}',
    ['dial tcp: connection refused'],
  ],
  ['{"msg":"m","error.message":"disk full","user_error":"none"}', ['disk full']],
  [
    'level=error msg="no mail sent" err="permission denied on \\"spool\\""',
    ['permission denied on \\"spool\\"'],
  ],
  [
    '{"msg":"m","stack_trace":"a.B: out of memory\\n\\tat a.B.run(B.java:1)\\nCaused by: a.C: deadlock"}',
    ['a.B: out of memory', 'Caused by: a.C: deadlock'],
  ],
  ['{"msg":"m","errors":3,"error":null,"cause":""}', []],
  ['payment refused, error unknown', []],
];

describe('what a record says beside its message', () => {
  it.each(statements)('line %j', (line, statement) => expect(statementOf(line)).toBe(statement));
  it.each(fields)('fields of %s', (line, values) => expect(errorFieldsOf(line)).toEqual(values));

  it('is found in linear time, however a field is quoted', () => {
    const line = `{"error":"${'\\'.repeat(60_000)}`;
    expect(processorMs(() => errorFieldsOf(line.repeat(4)))).toBeLessThan(5_000);
  });
});
