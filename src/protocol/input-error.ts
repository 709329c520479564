import type { Sentence } from '../engine/model/finding';
import type { InputProblem } from './analysis';
import { sentenceText } from './sentence';

/** Input that cannot be analysed. `sentence` tells a person why and ends in the cure; `message` is its English text. */
export class InputError extends Error implements InputProblem {
  readonly code: string;
  readonly sentence: Sentence;

  constructor(problem: InputProblem) {
    super(sentenceText(problem.sentence));
    this.name = 'InputError';
    this.code = problem.code;
    this.sentence = problem.sentence;
  }
}
