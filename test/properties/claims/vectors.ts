import assert from 'node:assert/strict';
import { vectorMemory } from '../../../src/engine/text/vector-memory';
import { decoded } from '../../engine/source-texts';
import { outcomeOf, sessionOf } from '../outcome';
import { same } from '../same';
import type { Claim } from './claim';
import { behindFullHead } from './full-head';

/** While another uses the memory of vectors, all is read by words, as where a host has no vectors. */
function byWords<Value>(work: () => Value): Value {
  assert.equal(vectorMemory?.take(Uint8Array.of(0)), 1);
  try {
    return work();
  } finally {
    vectorMemory?.usedUp();
  }
}

export const vectors: Claim = {
  name: 'read by vectors is as if it had been read by words',
  costly: true,
  holds({ bytes }) {
    const long = behindFullHead(bytes)?.bytes ?? bytes;
    const outcome = () => outcomeOf(sessionOf([long]), decoded(long));
    same(outcome(), byWords(outcome), 'outcome');
  },
};
