import { expect, test } from 'vitest';
import { isDirect } from '../../../src/node/sources/no-proxy';

test.each([
  ['*', 'http://logs.example.com:3100'],
  ['logs.example.com', 'http://logs.example.com:3100'],
  ['LOGS.example.com.', 'http://logs.example.com:3100'],
  ['example.com', 'https://logs.example.com'],
  ['.example.com', 'https://logs.example.com'],
  ['*.example.com', 'https://logs.example.com'],
  ['other, logs.example.com:3100', 'http://logs.example.com:3100'],
  ['other logs.example.com:443', 'https://logs.example.com'],
  ['10.0.0.0/8', 'http://10.20.30.40:3100'],
  ['10.20.30.40', 'http://10.20.30.40:3100'],
  ['::1', 'http://[::1]:3100'],
  ['[::1]', 'http://[::1]:3100'],
  ['[::1]:3100', 'http://[::1]:3100'],
  ['fd00::/8', 'http://[fd12::5]:3100'],
])('%s: %s is asked directly', (noProxy, url) => {
  expect(isDirect(new URL(url), noProxy)).toBe(true);
});

test.each([
  ['', 'http://logs.example.com'],
  [' , ', 'http://logs.example.com'],
  ['ample.com', 'http://logs.example.com'],
  ['logs.example.com:3101', 'http://logs.example.com:3100'],
  ['logs.example.com', 'http://logs.example.com.evil.test'],
  ['10.0.0.0/8', 'http://11.0.0.1'],
  ['10.0.0.0/8', 'http://10.example.com'],
  ['10.0.0.0/99', 'http://10.0.0.1'],
  ['10.0.0.0/', 'http://10.0.0.1'],
  ['no/8', 'http://10.0.0.1'],
  ['0.1', 'http://10.0.0.1'],
  ['::/8', 'http://10.0.0.1'],
  ['[::1]:3101', 'http://[::1]:3100'],
])('"%s": %s goes by the proxy', (noProxy, url) => {
  expect(isDirect(new URL(url), noProxy)).toBe(false);
});
