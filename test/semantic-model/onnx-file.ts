/**
 * A network as an ONNX file (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), written field by field: just the messages that our
 * tiny models need. Opset 13, which every runtime in use reads.
 */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  /** Of int64 words: one text, any number of tokens. */
  readonly inputs: readonly string[];
  /** Of float; `dimensions`: a number, or the name of one that varies. */
  readonly outputs: readonly { readonly name: string; readonly dimensions: readonly (number | string)[] }[];
}

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface OnnxConstant {
  readonly name: string;
  readonly dimensions: readonly number[];
  readonly values: Float32Array;
}

const irVersion = 7;
const opset = 13;
const float = 1;
const int64 = 7;
const oneInteger = 2;
const manyIntegers = 7;

export function onnxFile({ nodes, constants, inputs, outputs }: OnnxGraph): Buffer {
  const graph = Buffer.concat([
    ...nodes.map((node) => bytes(1, nodeBytes(node))),
    text(2, 'tiny'),
    ...constants.map((constant) => bytes(5, constantBytes(constant))),
    ...inputs.map((name) => bytes(11, valueBytes(name, int64, [1, 'tokens']))),
    ...outputs.map(({ name, dimensions }) => bytes(12, valueBytes(name, float, dimensions))),
  ]);
  return Buffer.concat([number(1, irVersion), bytes(7, graph), bytes(8, number(2, opset))]);
}

function nodeBytes({ operator, inputs, outputs, attributes = {} }: OnnxNode): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, operator),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attributeBytes(name, value))),
  ]);
}

function attributeBytes(name: string, value: number | readonly number[]): Buffer {
  if (typeof value === 'number')
    return Buffer.concat([text(1, name), number(3, value), number(20, oneInteger)]);
  return Buffer.concat([text(1, name), ...value.map((one) => number(8, one)), number(20, manyIntegers)]);
}

function constantBytes({ name, dimensions, values }: OnnxConstant): Buffer {
  const raw = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return Buffer.concat([
    ...dimensions.map((dimension) => number(1, dimension)),
    number(2, float),
    text(8, name),
    bytes(9, raw),
  ]);
}

function valueBytes(name: string, type: number, dimensions: readonly (number | string)[]): Buffer {
  const shape = dimensions.map((one) => bytes(1, typeof one === 'number' ? number(1, one) : text(2, one)));
  const tensor = Buffer.concat([number(1, type), bytes(2, Buffer.concat(shape))]);
  return Buffer.concat([text(1, name), bytes(2, bytes(1, tensor))]);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value));
}

function bytes(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const groups: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...groups, rest]);
    groups.push((rest & 0x7f) | 0x80);
  }
}
