import { expect, it } from 'vitest';
import { labelReason } from '../../../src/engine/labels/label-reason';

const subject = { kind: 'template', pattern: 'belt jammed', pieces: ['belt', ' jammed'] } as const;

it.each([
  ['plain', 'database', 'pool ran dry', ['database', 'pool ran dry']],
  ['of several lines', 'own\r\nkind', 'one\ntwo', ['own kind', 'one two']],
  ['that would move a cursor', '\u001b[2Jown', '\u001b]0;owned\u0007why\u009b31m', ['own', 'why31m']],
  ['that would turn text around', '\u202eown', 'a\u2066b', ['own', 'ab']],
  ['in any script', '数据库', '连接池 😀', ['数据库', '连接池 😀']],
  ['of nothing that is seen', '\u0000', ' \n ', []],
])('a reason names category and note %s', (_, category, note, values) => {
  const { message } = labelReason({ subject, verdict: 'anomalous', category, note });
  expect(message.values).toEqual(values);
});
