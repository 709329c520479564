import { describe, expect, it } from 'vitest';
import { eventClassOf, saltOfStatus } from '../../../src/engine/model/event-class';
import { TemplateMiner } from '../../../src/engine/templates/template-miner';

const request = new TextEncoder().encode('"GET /notes/7 HTTP/1.1" 503 512');

function mined(salt: number) {
  const miner = new TemplateMiner();
  const signature = miner.signatureOf(request, 0, request.length, salt);
  const template = miner.templateOf(signature);
  return {
    pattern: miner.template(template).pattern,
    tokens: miner.template(template).tokens.length,
    values: miner.valuesOf(template, request, 0, request.length),
    eventClass: miner.eventClassOf(signature),
  };
}

describe('the class of an event', () => {
  it.each([
    [saltOfStatus(1), '1xx'],
    [saltOfStatus(5), '5xx'],
    [0, ''],
    [5, ''],
    [saltOfStatus(6), ''],
  ])('of salt %d is %j', (salt, expected) => expect(eventClassOf(salt)).toBe(expected));

  it('stands behind the pattern and changes neither tokens nor values', () => {
    const plain = mined(0);
    const failed = mined(saltOfStatus(5));
    expect(failed).toEqual({ ...plain, pattern: `${plain.pattern} 5xx`, eventClass: '5xx' });
    expect(plain.values).toContain('503');
  });

  it('of another kind of salt leaves the pattern as it is', () => {
    expect(mined(14)).toEqual(mined(0));
  });
});
