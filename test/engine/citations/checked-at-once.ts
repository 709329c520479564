import * as stepped from '../../../src/engine/citations/checked-answer';
import type { CheckedAnswer, CitedRecords } from '../../../src/engine/citations/checked-citation';
import { finish } from '../log-builder';

/** All of an answer, with nobody let in between. */
export function checkedAnswer(text: string, records: CitedRecords): CheckedAnswer {
  return finish(stepped.checkedAnswer(text, records));
}
