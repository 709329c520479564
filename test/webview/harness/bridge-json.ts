/** Messages as JSON, bytes as base64 with the kind of array they are of: what VS Code clones, playwright's bridge would lose. */
const arrays = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array } as const;

export function written(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) => {
    if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer)
      return { base64: Buffer.from(value).toString('base64') };
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value;
      const base64 = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
      return { base64, array: value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name };
    }
    return value;
  });
}

export function revived(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
    const { base64, array } = value as { base64: string; array?: keyof typeof arrays };
    const { buffer } = Uint8Array.from(Buffer.from(base64, 'base64'));
    return array === undefined ? buffer : new arrays[array](buffer);
  });
}
