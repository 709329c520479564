const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const beyondAscii = /[\x80-\xff]/;

/** Text of a string that holds one byte a char; what is not UTF-8 becomes U+FFFD. */
export function plainUtf8(byteString: string): string {
  if (!beyondAscii.test(byteString)) return byteString;
  return decoder.decode(Uint8Array.from(byteString, (char) => char.charCodeAt(0)));
}
