/** How server-sent events look as bytes, and in what pieces they come. */
export interface BytesManner {
  readonly newline?: '\n' | '\r\n';
  /** Comment lines between events, as gateways send them to keep a connection. */
  readonly comments?: boolean;
  /** Bytes a piece, whatever they cut in two; left out, an event a piece. */
  readonly pieceBytes?: number;
}

export function eventText(data: string, { newline = '\n', comments = false }: BytesManner): string {
  const comment = comments ? `: still here${newline}${newline}` : '';
  return `${comment}data: ${data}${newline}${newline}`;
}

export function cutIntoPieces(events: readonly string[], { pieceBytes }: BytesManner): Uint8Array[] {
  if (pieceBytes === undefined) return events.map((event) => Buffer.from(event));
  const all = Buffer.from(events.join(''));
  const count = Math.ceil(all.length / pieceBytes);
  return Array.from({ length: count }, (_, at) => all.subarray(at * pieceBytes, (at + 1) * pieceBytes));
}
