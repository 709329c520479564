import { RunShape } from './run-shape';

const codes: Readonly<Record<string, string>> = {
  N: charOf(RunShape.number),
  H: charOf(RunShape.hex),
  D: charOf(RunShape.date),
  U: charOf(RunShape.uuid),
  M: charOf(RunShape.mixed),
  A: `${charOf(RunShape.number)}-${charOf(RunShape.mixed)}`,
};

/**
 * A regular expression over collapsed text, in which `%N` stands for digits, `%H` for hex, `%D` for dashed
 * digits, `%U` for a UUID, `%M` for other runs with a digit, and `%A` within brackets for any of them.
 */
export function shapePattern(source: string, flags = ''): RegExp {
  return new RegExp(
    source.replace(/%([NHDUMA])/g, (_, code: string) => codes[code]),
    flags,
  );
}

function charOf(shape: RunShape): string {
  return String.fromCharCode(shape);
}
