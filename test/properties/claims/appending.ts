import assert from 'node:assert/strict';
import { decoded } from '../../engine/source-texts';
import { openSession, outcomeOf, referenceSeconds, sessionOf } from '../outcome';
import { Draws } from '../random-log';
import { same } from '../same';
import type { Claim } from './claim';
import { behindFullHead } from './full-head';

/** Closed at each cut, judged, and read on. False where a session says that only reading from the start will do. */
function checkCuts(bytes: Uint8Array, cuts: readonly number[]): boolean {
  const session = openSession();
  let at = 0;
  for (const cut of cuts.toSorted((a, b) => a - b)) {
    session.push(bytes.subarray(at, cut));
    session.closeSource();
    outcomeOf(session, decoded(bytes.subarray(0, cut)));
    if (!session.continueSource(referenceSeconds)) return false;
    at = cut;
  }
  session.push(bytes.subarray(at));
  session.closeSource();
  const text = decoded(bytes);
  same(outcomeOf(session, text), outcomeOf(sessionOf([bytes]), text), 'outcome');
  return true;
}

export const appending: Claim = {
  name: 'closed anywhere and read on it is as if it had not been closed',
  holds({ bytes, draws }) {
    const drawn = new Draws(draws);
    const cuts = drawn.list(1 + drawn.below(3), bytes.length + 1);
    // A head that is not full is read anew, whatever its encoding.
    assert.equal(checkCuts(bytes, cuts), true);
  },
};

export const appendingFar: Claim = {
  name: 'closed anywhere behind a full head and read on it is as if it had not been closed',
  costly: true,
  holds({ bytes, draws }) {
    const long = behindFullHead(bytes);
    if (long === undefined) return;
    const drawn = new Draws(draws);
    const tail = long.bytes.length - long.headEnd;
    const cuts = drawn.list(1 + drawn.below(2), tail + 1).map((cut) => long.headEnd + cut);
    const continued = checkCuts(long.bytes, cuts);
    if (!continued)
      assert.notEqual(
        sessionOf([long.bytes]).understand({ read: () => new Uint8Array(0) })[0].encoding,
        'utf8',
      );
  },
};
