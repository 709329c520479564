import { detectUnicode } from './unicode-detection';

export type ContentKind =
  | { readonly kind: 'text' }
  /** `name` is the format's common name, `binary` where it is not known. */
  | { readonly kind: 'binary'; readonly name: string };

/** How many first bytes are looked at. */
export const contentHeadBytes = 64 * 1024;

const text: ContentKind = { kind: 'text' };

interface Magic {
  readonly name: string;
  readonly at: number;
  readonly bytes: readonly number[];
}

const ascii = (word: string): number[] => [...word].map((c) => c.charCodeAt(0));

const magics: readonly Magic[] = [
  { name: 'gzip', at: 0, bytes: [0x1f, 0x8b] },
  { name: 'zip', at: 0, bytes: [...ascii('PK'), 3, 4] },
  { name: 'zip', at: 0, bytes: [...ascii('PK'), 5, 6] },
  { name: 'zstd', at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'xz', at: 0, bytes: [0xfd, ...ascii('7zXZ'), 0] },
  { name: 'bzip2', at: 0, bytes: [...ascii('BZh'), 0x31] },
  { name: 'bzip2', at: 0, bytes: [...ascii('BZh'), 0x39] },
  { name: '7z', at: 0, bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'lz4', at: 0, bytes: [0x04, 0x22, 0x4d, 0x18] },
  { name: 'tar', at: 257, bytes: ascii('ustar') },
  { name: 'png', at: 0, bytes: [0x89, ...ascii('PNG')] },
  { name: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { name: 'gif', at: 0, bytes: ascii('GIF8') },
  { name: 'elf', at: 0, bytes: [0x7f, ...ascii('ELF')] },
  { name: 'sqlite', at: 0, bytes: [...ascii('SQLite format 3'), 0] },
  { name: 'pdf', at: 0, bytes: ascii('%PDF-') },
  { name: 'class', at: 0, bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { name: 'wasm', at: 0, bytes: [0, ...ascii('asm')] },
  { name: 'evtx', at: 0, bytes: [...ascii('ElfFile'), 0] },
  { name: 'journal', at: 0, bytes: ascii('LPKSHHRH') },
  { name: 'pcap', at: 0, bytes: [0xd4, 0xc3, 0xb2, 0xa1] },
  { name: 'parquet', at: 0, bytes: ascii('PAR1') },
];

/** Judges a file by its first bytes (`contentHeadBytes` of them, or all it has). */
export function contentKind(head: Uint8Array): ContentKind {
  const magic = magics.find((m) => m.bytes.every((byte, i) => head[m.at + i] === byte));
  if (magic !== undefined) return { kind: 'binary', name: magic.name };
  if (detectUnicode(head).label !== 'utf-8') return text;
  return looksBinary(head) ? { kind: 'binary', name: 'binary' } : text;
}

/**
 * Binary when more than one byte in twenty is a control character no log writes. A run of NULs counts once:
 * copytruncate leaves runs of any length in a log, machine code and tables leave many short ones.
 */
function looksBinary(head: Uint8Array): boolean {
  const length = Math.min(head.length, contentHeadBytes);
  let strange = 0;
  let others = 0;
  for (let i = 0; i < length; i++) {
    if (head[i] !== 0) {
      others++;
      if (isStrange(head[i])) strange++;
    } else if (i === 0 || head[i - 1] !== 0) strange++;
  }
  return strange > 4 && strange * 20 > others;
}

/** Not backspace to carriage return, not ESC. */
function isStrange(byte: number): boolean {
  return byte < 0x08 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f;
}
