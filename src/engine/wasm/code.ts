/** The few WebAssembly instructions that looking through bytes takes, as bytes (WebAssembly 2.0, binary format). */

export type Code = readonly number[];

export const type = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const;

const vector = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
const noAlignment = 0;

export const op = {
  local: (index: number): Code => [0x20, index],
  setLocal: (index: number): Code => [0x21, index],
  teeLocal: (index: number): Code => [0x22, index],
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: [0x6a],
  subtract: [0x6b],
  /** Of bits. */
  and: [0x71],
  xor: [0x73],
  isAbove: [0x4b],
  shiftLeft: [0x74],
  trailingZeros: [0x68],
  bitCount: [0x69],
  /** The first of two where the third is not 0. */
  select: [0x1b],
  giveBack: [0x0f],
  /** Runs `body` where the stack ends in something other than 0. */
  when: (body: Code): Code => [0x04, 0x40, ...body, 0x0b],
  isBelow: [0x49],
  isOther: [0x47],
  /** Repeats `body` while it leaves something other than 0 on the stack. */
  repeat: (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0, 0x0b],
  load: (offset: number): Code => [...vector(0), noAlignment, ...unsigned(offset)],
  bytesOf: (value: number): Code => [...vector(12), ...new Array<number>(16).fill(value)],
  /** All sixteen bytes as the number on the stack. */
  spread: vector(15),
  /** One bit a byte, set where its highest is. */
  bits: vector(100),
  anyByte: vector(83),
  andBytes: vector(78),
  lane: (index: number): Code => [...vector(27), index],
  equalBytes: vector(35),
  andNot: vector(79),
  or: vector(80),
  subtractBytes: vector(113),
  addPairsOfBytes: vector(125),
  addPairsOfShorts: vector(127),
  addInts: vector(174),
} as const;

export interface WasmFunction {
  readonly name: string;
  readonly parameters: Code;
  readonly result: number;
  /** Types, behind the parameters. */
  readonly locals: Code;
  readonly body: Code;
  /** A function of the host's, `host.NAME`, that the body calls: index 0. */
  readonly calls?: { readonly name: string; readonly parameters: Code; readonly result: number };
}

/** A module of one function that uses the memory given as `host.memory`. */
export function moduleOf({
  name,
  parameters,
  result,
  locals,
  body,
  calls,
}: WasmFunction): Uint8Array<ArrayBuffer> {
  const types = [signature(parameters, result)];
  if (calls !== undefined) types.push(signature(calls.parameters, calls.result));
  const code = [...list(locals.map((one) => [1, one])), ...body, 0x0b];
  const imports = [[...text('host'), ...text('memory'), 2, 0, 1]];
  if (calls !== undefined) imports.push([...text('host'), ...text(calls.name), 0, 1]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list(imports)),
    ...section(3, list([[0]])),
    ...section(7, list([[...text(name), 0, calls === undefined ? 0 : 1]])),
    ...section(10, list([[...unsigned(code.length), ...code]])),
  ]);
}

function signature(parameters: Code, result: number): number[] {
  return [0x60, ...list(parameters.map((one) => [one])), 1, result];
}

function section(id: number, bytes: Code): Code {
  return [id, ...unsigned(bytes.length), ...bytes];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): Code {
  return list([...value].map((char) => [char.charCodeAt(0)]));
}

/** LEB128. */
export function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const isLast = value >= -0x40 && value < 0x40;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
