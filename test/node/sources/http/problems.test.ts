import { expect, test } from 'vitest';
import { jsonObject, pathWith, succeeded } from '../../../../src/node/sources/http/answers';
import { transportProblem } from '../../../../src/node/sources/http/problems';
import { said, serverWords } from '../../../../src/node/sources/http/server-words';
import { TransportError, type TransportFailure } from '../../../../src/node/sources/transport';
import type { ElasticSource } from '../../../../src/protocol/log-source';
import { answer } from './fake-asking';

const source: ElasticSource = {
  kind: 'elastic',
  name: 'search',
  url: 'https://search.example',
  authentication: { kind: 'none' },
  caFile: null,
  index: 'logs-*',
  messageField: null,
  timeField: null,
  kibana: null,
};

test.each<[status: number, body: string, headers: Record<string, string>, sentence: RegExp]>([
  [401, 'no org id\n', {}, /does not know who asks \(401: no org id\).*secret/],
  [403, '', {}, /lets this user not read that \(403\)/],
  [404, '<!DOCTYPE html><title>x</title>', {}, /nothing at that path \(404\).*path/],
  [429, 'busy', {}, /too much to do \(429: busy\)/],
  [500, 'a panic', {}, /failed \(500: a panic\)/],
  [503, 'Ingester not ready', {}, /not ready \(503: Ingester not ready\)/],
  [
    302,
    '',
    { location: 'https://login.example/?to=/' },
    /sends requests on to https:\/\/login\.example\/\?to=\//,
  ],
  [400, 'Client sent an HTTP request to an HTTPS server.\n', {}, /speaks TLS there\. Write https/],
  [418, 'a pot', {}, /did not take the request \(418: a pot\)/],
])('%i is said with its cure', (status, body, headers, sentence) => {
  expect(() => succeeded(answer(status, body, headers), source)).toThrow(sentence);
});

test.each<[TransportFailure, string, RegExp]>([
  ['unknown-host', 'ENOTFOUND', /No machine has the name in https:\/\/search\.example/],
  ['certificate', 'self-signed certificate', /not trusted: self-signed certificate.*\(CA\)/],
  ['other', 'write EPROTO 80:SSL routines:wrong version number', /speaks no TLS there\. Write http/],
  ['cut', 'socket hang up', /ended before the answer did/],
])('%s is said with its cure', (failure, words, sentence) => {
  expect(transportProblem(new TransportError(failure, words), source).message).toMatch(sentence);
});

test('a failure that came from another thread keeps its meaning', () => {
  const error = Object.assign(new Error('connect'), { name: 'TransportError', code: 'refused' });
  expect(transportProblem(error, source).code).toBe('remote-refused');
});

test.each([
  [
    '{"error":{"root_cause":[{"reason":"no such index"}],"reason":"all shards failed"},"status":404}',
    'no such index',
  ],
  ['{"error":{"reason":"all shards failed"}}', 'all shards failed'],
  ['{"status":"invalid-query","error":"parse error"}', 'parse error'],
  ['{"message":"denied"}', 'denied'],
  ['{"half', '{"half'],
  ['\u001b[31mred\u001b[0m\r\n\u0000and\u202e on', '[31mred [0m and on'],
  ['<html><body>log in</body></html>', ''],
  ['x'.repeat(500), `${'x'.repeat(400)}…`],
])('the words of %j', (body, words) => {
  expect(serverWords(answer(400, body))).toBe(words);
});

test('a status without words stands alone', () => {
  expect(said(answer(502))).toBe('502');
});

test.each(['', '[]', '<html>', '{no}', 'null', '"text"'])('%j is no answer of such a server', (body) => {
  expect(() => jsonObject(answer(200, body), source)).toThrow(/does not speak the API/);
});

test('an object is taken as it is', () => {
  expect(jsonObject(answer(200, '{"a":[1]}'), source)).toEqual({ a: [1] });
});

test('a query string carries any text, and leaves out what is not given', () => {
  const path = pathWith('/q', { query: '{a="ü&b"} |= `+`', limit: undefined, start: '1' });
  expect(path.startsWith('/q?')).toBe(true);
  expect([...new URLSearchParams(path.slice(3))]).toEqual([
    ['query', '{a="ü&b"} |= `+`'],
    ['start', '1'],
  ]);
  expect(pathWith('/q', { query: undefined })).toBe('/q');
});

test('half an object, whose end nobody told, is a connection that ended, not another server', () => {
  expect(() => jsonObject(answer(200, '{"status":"success","data":{"res'), source)).toThrow(
    /ended before the answer did/,
  );
});

test.each([
  ['self-signed certificate', /is not trusted: self-signed/],
  ['certificate has expired', /does not hold now: certificate has expired/],
  [
    "Hostname/IP does not match certificate's altnames: Host: a. is not cert's CN: b",
    /made out to another name/,
  ],
])('what is wrong with a certificate is told apart: %s', (words, sentence) => {
  expect(transportProblem(new TransportError('certificate', words), source).message).toMatch(sentence);
});
