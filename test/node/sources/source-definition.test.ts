import { describe, expect, test } from 'vitest';
import { checkedAddress, checkedSource } from '../../../src/node/sources/source-definition';
import { InputError } from '../../../src/protocol/input-error';

const loki = { kind: 'loki', name: 'shop', url: 'https://logs.example.com/loki-prod/' };

describe('a log source as settings hold it', () => {
  test('what is left out is null', () => {
    expect(checkedSource(loki)).toEqual({
      kind: 'loki',
      name: 'shop',
      url: 'https://logs.example.com/loki-prod',
      authentication: { kind: 'none' },
      caFile: null,
      tenant: null,
      grafana: null,
    });
  });

  test.each([
    {
      ...loki,
      url: 'https://logs.example.com',
      tenant: 'acme',
      authentication: { kind: 'basic', user: 'ann' },
      grafana: { url: 'https://g.example.com', datasource: 'loki' },
    },
    { kind: 'elastic', name: 'web', url: 'http://127.0.0.1:9200', index: 'logs-*', messageField: 'message' },
    { kind: 'prometheus', name: 'figures', url: 'http://127.0.0.1:9090', tenant: 'acme' },
    { kind: 'journal', name: 'here' },
    { kind: 'command', name: 'pod', command: ['kubectl', 'logs', '-f', '--', 'web-1'] },
  ])('$kind keeps what is written', (written) => {
    expect(checkedSource(written)).toMatchObject(written);
  });

  test.each([
    { value: null, member: 'name' },
    { value: [], member: 'name' },
    { value: { kind: 'loki', url: 'http://x' }, member: 'name' },
    { value: { kind: 'splunk', name: 'a' }, member: 'kind' },
    { value: { kind: 'toString', name: 'a' }, member: 'kind' },
    { value: { ...loki, url: 7 }, member: 'url' },
    { value: { ...loki, authentication: { kind: 'basic' } }, member: 'authentication.user' },
    { value: { ...loki, authentication: { kind: 'magic' } }, member: 'authentication.kind' },
    { value: { ...loki, grafana: { url: 'http://g' } }, member: 'grafana.datasource' },
    { value: { kind: 'command', name: 'a', command: 'kubectl logs' }, member: 'command' },
    { value: { kind: 'command', name: 'a', command: [] }, member: 'command' },
  ])('$member is named where it is wrong', ({ value, member }) => {
    expect(() => checkedSource(value)).toThrowError(member);
    expect(() => checkedSource(value)).toThrowError(InputError);
  });

  test.each([
    'ftp://x',
    'logs.example.com',
    'https://ann:secret@x',
    'http://x?token=1',
    'javascript:alert(1)',
  ])('%s is no address', (address) => {
    expect(() => checkedAddress(address)).toThrowError(InputError);
  });

  test('a password in an address is not repeated', () => {
    expect(() => checkedAddress('https://ann:hunter2@x')).toThrowError(/^(?!.*hunter2)/);
  });
});
