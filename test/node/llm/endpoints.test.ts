import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../../src/node/llm/check-endpoint';
import { costOf } from '../../../src/node/llm/cost';
import { destinationOf } from '../../../src/node/llm/destination';
import { waitSeconds } from '../../../src/node/llm/patience';
import { presets } from '../../../src/node/llm/presets';

describe('where what is said goes', () => {
  it.each<[url: string, kind: 'local' | 'remote', host: string]>([
    ['http://127.0.0.1:11434/v1', 'local', '127.0.0.1:11434'],
    ['http://127.9.9.9/v1', 'local', '127.9.9.9'],
    ['http://2130706433/v1', 'local', '127.0.0.1'],
    ['http://[::1]:8080/v1', 'local', '[::1]:8080'],
    ['http://[::ffff:127.0.0.1]/v1', 'local', '[::ffff:7f00:1]'],
    ['http://LOCALHOST:1234', 'local', 'localhost:1234'],
    ['https://models.localhost/v1', 'local', 'models.localhost'],
    ['http://localhost./v1', 'local', 'localhost.'],
    ['https://api.openai.com/v1', 'remote', 'api.openai.com'],
    ['http://192.168.1.7:8000/v1', 'remote', '192.168.1.7:8000'],
    ['http://localhost.example.com/v1', 'remote', 'localhost.example.com'],
    ['http://127.0.0.1.example.com/v1', 'remote', '127.0.0.1.example.com'],
    ['http://notlocalhost/v1', 'remote', 'notlocalhost'],
    ['http://0.0.0.0:8000/v1', 'remote', '0.0.0.0:8000'],
    ['http://[::2]/v1', 'remote', '[::2]'],
    ['http://localhost@evil.example/v1', 'remote', 'evil.example'],
    ['nothing', 'remote', 'nothing'],
  ])('%s is %s', (url, kind, host) => {
    expect(destinationOf(url)).toEqual({ kind, host });
  });

  it('no name but those of loopback is local', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        const isLoopback = host === 'localhost' || host.endsWith('.localhost');
        expect(destinationOf(`https://${host}/v1`).kind).toBe(isLoopback ? 'local' : 'remote');
      }),
    );
  });
});

describe('an address that is typed', () => {
  it.each<[typed: string, url: string, isWarnedOf: boolean]>([
    [' https://api.openai.com/v1/ ', 'https://api.openai.com/v1', false],
    ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1', false],
    ['http://10.0.0.5:8000/v1//', 'http://10.0.0.5:8000/v1', true],
    ['http://localhost:1234', 'http://localhost:1234', false],
  ])('%s is taken', (typed, url, isWarnedOf) => {
    const checked = checkEndpoint(typed, { hasKey: false });
    expect(checked).toMatchObject({ isUsable: true, url });
    expect(checked.isUsable && checked.warning !== null).toBe(isWarnedOf);
  });

  it.each([
    '',
    'api.openai.com',
    'ftp://127.0.0.1/v1',
    'file:///etc/passwd',
    'https://me:secret@api.openai.com/v1',
    'https://sk-key@api.openai.com/v1',
    'https://api.openai.com/v1?key=1',
    'https://api.openai.com/v1#x',
    `https://${'a'.repeat(3000)}`,
  ])('%s is refused', (typed) => {
    expect(checkEndpoint(typed, { hasKey: false }).isUsable).toBe(false);
  });

  it('a key goes to another machine behind TLS only', () => {
    expect(checkEndpoint('http://10.0.0.5:8000/v1', { hasKey: true }).isUsable).toBe(false);
    expect(checkEndpoint('https://10.0.0.5:8000/v1', { hasKey: true }).isUsable).toBe(true);
    expect(checkEndpoint('http://127.0.0.1:8000/v1', { hasKey: true }).isUsable).toBe(true);
  });

  it.each(presets)('$name is one', ({ url, needsKey, documentation }) => {
    expect(checkEndpoint(url, { hasKey: needsKey })).toEqual({ isUsable: true, url, warning: null });
    expect(destinationOf(url).kind).toBe(needsKey ? 'remote' : 'local');
    expect(new URL(documentation).protocol).toBe('https:');
  });
});

describe('what it costs', () => {
  const prices = {
    'gpt-*': { input: 2, output: 8 },
    'gpt-5-mini*': { input: 0.25, output: 2 },
    'gpt-5-mini-exact': { input: 1, output: 1 },
    '*': { input: 100, output: 100 },
  };
  const usage = { promptTokens: 3_000, answerTokens: 500 };

  it.each([
    ['gpt-4o', 0.01],
    ['gpt-5-mini-2026', 0.00175],
    ['gpt-5-mini-exact', 0.0035],
    ['llama', 0.35],
  ])('%s: the nearest price counts', (model, cost) => {
    expect(costOf(model, usage, prices)).toBeCloseTo(cost, 10);
  });

  it.each(['llama', 'constructor', 'toString'])('%s without a price costs nobody knows what', (model) => {
    expect(costOf(model, usage, { 'gpt-*': { input: 2, output: 8 } })).toBeNull();
  });
});

describe('patience', () => {
  const patience = { attempts: 4, firstSeconds: 1, mostSeconds: 60 };

  it('grows, heeds the server, and ends', () => {
    expect([1, 2, 3, 4].map((failed) => waitSeconds(failed, null, patience))).toEqual([1, 2, 4, null]);
    expect(waitSeconds(1, 60, patience)).toBe(60);
    expect(waitSeconds(1, 61, patience)).toBeNull();
    expect(waitSeconds(3, 0, patience)).toBe(4);
  });
});
