import { expect, test } from 'vitest';
import { JournalEntries } from '../../../../src/node/sources/journal/journal-entry';

const time = { __REALTIME_TIMESTAMP: '1772359200123456', __CURSOR: 's=1;i=2' };

function read(fields: object) {
  return new JournalEntries().read(JSON.stringify({ ...time, ...fields }))?.entry;
}

test('an entry has its microsecond in nanoseconds, its cursor, labels and text', () => {
  const line = JSON.stringify({
    ...time,
    __MONOTONIC_TIMESTAMP: '17',
    _BOOT_ID: 'b0',
    _HOSTNAME: 'box',
    _PID: '42',
    _SYSTEMD_UNIT: 'shop.service',
    _CMDLINE: 'shop --port 80',
    SYSLOG_IDENTIFIER: 'shop',
    SYSLOG_FACILITY: '3',
    PRIORITY: '4',
    MESSAGE: 'stock is low',
    ORDER_ID: '7',
    CODE_FILE: 'stock.c',
    CODE_LINE: '12',
    CODE_FUNC: 'count',
  });
  expect(new JournalEntries().read(line)).toEqual({
    cursor: 's=1;i=2',
    entry: {
      time: '1772359200123456000',
      labels: [
        ['level', 'warning'],
        ['unit', 'shop.service'],
        ['identifier', 'shop'],
        ['pid', '42'],
        ['host', 'box'],
        ['boot', 'b0'],
      ],
      own: [
        ['code.file', 'stock.c'],
        ['code.function', 'count'],
        ['code.line', '12'],
        ['order_id', '7'],
      ],
      text: 'stock is low',
    },
  });
});

test.each([
  ['text', 'plain', 'plain'],
  ['lines', 'one\ntwo', 'one\ntwo'],
  ['bytes that are no UTF-8', [0x61, 0xff, 0x62], 'a\ufffdb'],
  ['bytes that are', [0xe2, 0x82, 0xac, 0x1b], '€\u001b'],
  ['no bytes', [], ''],
  ['a repeated field', ['one', 'two'], 'one\ntwo'],
  ['a repeated field, once in bytes', ['one', [0x74, 0xff]], 'one\nt\ufffd'],
  ['a repeated field, once too long', ['one', null], 'one\n'],
  ['too long to be told', null, ''],
  ['none', undefined, ''],
])('a message of %s', (_, MESSAGE, text) => {
  expect(read({ MESSAGE })?.text).toBe(text);
});

test.each([
  [
    'the kernel',
    { _TRANSPORT: 'kernel', SYSLOG_IDENTIFIER: 'kernel', _KERNEL_DEVICE: '+usb:1-1' },
    { kernel_device: '+usb:1-1' },
  ],
  [
    'what systemd says about a unit',
    { _SYSTEMD_UNIT: 'init.scope', UNIT: 'shop.service' },
    { about: 'shop.service' },
  ],
  [
    'a container',
    { CONTAINER_NAME: 'web', CONTAINER_ID: 'c0', CONTAINER_ID_FULL: 'c0ffee' },
    { container_id: 'c0' },
  ],
  [
    'what would be taken for a label',
    { LEVEL: 'high', CONSTRUCTOR: 'x' },
    { LEVEL: 'high', constructor: 'x' },
  ],
  ['a field of many values', { TAG: ['a', 'b'] }, { tag: 'a, b' }],
  ['what says nothing', { _UID: '0', _CAP_EFFECTIVE: '1', EMPTY: '' }, {}],
])('the own fields of %s', (_, fields, own) => {
  expect(Object.fromEntries(read(fields)?.own ?? [])).toEqual(own);
});

test.each([
  [
    'a unit of a user counts before that of the session',
    { _SYSTEMD_UNIT: 'user@7.service', _SYSTEMD_USER_UNIT: 'mine.service' },
    'unit',
    'mine.service',
  ],
  ['without an identifier the program counts', { _COMM: 'nginx' }, 'identifier', 'nginx'],
  ['without a trusted number the given one', { SYSLOG_PID: '9' }, 'pid', '9'],
  ['the worst priority', { PRIORITY: '0' }, 'level', 'emerg'],
  ['the least', { PRIORITY: '7' }, 'level', 'debug'],
  ['one that is none', { PRIORITY: 'high' }, 'level', undefined],
])('%s', (_, fields, label, value) => {
  expect(Object.fromEntries(read(fields)?.labels ?? [])[label]).toBe(value);
});

test('entries of one process share one object of labels, others do not', () => {
  const entries = new JournalEntries();
  const labels = (pid: string) => entries.read(JSON.stringify({ ...time, _PID: pid }))?.entry.labels;
  expect(labels('1')).toBe(labels('1'));
  expect(labels('1')).not.toBe(labels('2'));
});

test.each(['', 'no json', 'null', '[]', '{}', '{"__REALTIME_TIMESTAMP":7}', '{"__REALTIME_TIMESTAMP":"-1"}'])(
  '%j is no entry',
  (line) => {
    expect(new JournalEntries().read(line)).toBeUndefined();
  },
);
