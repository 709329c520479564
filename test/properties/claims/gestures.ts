import assert from 'node:assert/strict';
import { isFormatCorrection } from '../../../src/engine/formats/corrections/check-correction';
import type {
  FormatCorrection,
  FormatGesture,
} from '../../../src/engine/formats/corrections/format-correction';
import type { LineNumber } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';
import { decoded, textsOf } from '../../engine/source-texts';
import { onlySource, outcomeOf, referenceSeconds } from '../outcome';
import { Draws } from '../random-log';
import type { Claim } from './claim';

const roles = ['time', 'level', 'id', 'recordStart'] as const;
const levels = ['error', 'warn', 'info'] as const;

function sessionTold(bytes: Uint8Array, formatCorrections: readonly FormatCorrection[]): Session {
  const session = new Session();
  session.openSource({ path: 'any.log', role: 'log', referenceSeconds, formatCorrections });
  session.push(bytes);
  session.closeSource();
  return session;
}

/** A selection of any stretch of any line, as an editor would send it. */
function drawGesture(session: Session, text: Uint8Array, drawn: Draws): FormatGesture {
  const line = (drawn.below(session.lineCount) + 1) as LineNumber;
  const { start, end } = session.spanOf(onlySource, line);
  const shown = Buffer.from(text.subarray(start, end))
    .toString()
    .replace(/[\r\n]+$/, '');
  const [a, b] = drawn.list(2, Math.min(shown.length, 80) + 1);
  const role = roles[drawn.below(roles.length)];
  const level = levels[drawn.below(4)];
  const gesture = { role, text: shown, start: Math.min(a, b), end: Math.max(a, b) };
  return level === undefined ? gesture : { ...gesture, level };
}

export const gestures: Claim = {
  name: 'a selection anywhere is answered, and what it teaches can be kept, read by, and given more gestures',
  holds({ bytes, draws }) {
    const drawn = new Draws(draws);
    const text = decoded(bytes);
    const told: FormatCorrection[] = [];
    for (let left = 1 + drawn.below(4); left > 0; left--) {
      const session = sessionTold(bytes, told);
      if (session.lineCount === 0) return;
      const answer = session.learnFormat(onlySource, drawGesture(session, text, drawn), textsOf(text));
      if ('pattern' in answer) continue;
      assert.ok(isFormatCorrection(JSON.parse(JSON.stringify(answer))), JSON.stringify(answer));
      told.push(answer);
    }
    outcomeOf(sessionTold(bytes, told), text);
  },
};
