import { expect, test } from 'vitest';
import { isLogPath, isPackedLogPath } from '../../src/extension/shared/log-path';

test.each([
  '/a/app.log',
  '/a/APP.LOG',
  '/a/server.out',
  '/a/catalina.out',
  '/a/app.log.1',
  '/a/app.log.2026-01-31',
  '/a/app.log-20260131',
  '/var/log/syslog',
  '/var/log/syslog.1',
  '/var/log/messages-20260131',
  '/var/log/dmesg',
  'untitled.log',
])('%s is offered analysis', (path) => {
  expect(isLogPath(path)).toBe(true);
});

test.each([
  '/a/readme.md',
  '/a/logger.ts',
  '/a/catalog',
  '/a/app.log.gz',
  '/a/app.log.1.zst',
  '/logs.log/data.json',
  '/a/messages.json',
  '/a/layout',
  '',
])('%s is not', (path) => {
  expect(isLogPath(path)).toBe(false);
});

test.each([
  ['/a/app.log.gz', true],
  ['/a/app.log.1.gz', true],
  ['/a/app.log-20260131.zst', true],
  ['/a/app.log', false],
  ['/a/dump.gz', false],
  ['/a/app.log.gz.txt', false],
  ['/a.log.gz/readme', false],
])('%s packed: %s', (path, isPacked) => {
  expect(isPackedLogPath(path)).toBe(isPacked);
});
