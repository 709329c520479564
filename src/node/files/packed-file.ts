import { basename } from 'node:path';
import type { Transform } from 'node:stream';
import type { Sentence } from '../../engine/model/finding';
import { contentHeadBytes, contentKind } from '../../engine/text/content-kind';
import { labelOfEncoding } from '../../engine/text/vscode-encodings';
import type { InputError } from '../../protocol/input-error';
import { inputError } from './input-problems';
import type { Packing } from './packing';
import type { Damage } from './unpack';

/** What unpacks the archives this program does not; the file's name follows. */
const unpackCommands: Readonly<Record<string, string>> = {
  bzip2: 'bunzip2 -k',
  xz: 'unxz -k',
  lz4: 'lz4 -d',
  zip: 'unzip',
  '7z': '7z x',
  tar: 'tar -xf',
};

/** Throws InputError where this Node.js cannot unpack the file: of zstd only, gzip it always can. */
export function unpackerOf(path: string, { create }: Packing): () => Transform {
  if (create !== undefined) return create;
  throw inputError('zstd-unavailable', path, process.versions.node, commandFor('zstd -d', path));
}

export function damageNote(path: string, { kind, reason }: Damage): Sentence {
  return kind === 'truncated'
    ? {
        pattern: '{0} ends in the middle of its packed data: only what it holds up to there was read.',
        values: [path],
      }
    : {
        pattern: '{0} holds damaged packed data ({1}): only what stands before the damage was read.',
        values: [path, reason],
      };
}

/** For a file nothing at all could be unpacked of. */
export function damageError(path: string, { kind, reason }: Damage): InputError {
  return inputError(`${kind}-packed`, path, reason);
}

/** Throws InputError where `chunk`, the first of the log's bytes, is no text; an encoding somebody chose says that it is. */
export function refuseBinary(chunk: Uint8Array, log: { path: string; encoding: string | undefined }): void {
  if (log.encoding !== undefined && labelOfEncoding.has(log.encoding)) return;
  const content = contentKind(chunk.subarray(0, contentHeadBytes));
  if (content.kind === 'text') return;
  const command = unpackCommands[content.name];
  if (command !== undefined) {
    throw inputError('packed-format', log.path, content.name, commandFor(command, log.path));
  }
  if (content.name === 'evtx') {
    const command = `wevtutil qe ${shownName(log.path)} /lf:true /f:RenderedXml`;
    throw inputError('event-log', log.path, `${command} > events.xml`);
  }
  if (content.name === 'binary') throw inputError('binary', log.path);
  throw inputError('binary-format', log.path, content.name);
}

function commandFor(command: string, path: string): string {
  return `${command} ${shownName(path)}`;
}

/** As a shell takes it. */
function shownName(path: string): string {
  const name = basename(path);
  return /^[\w.+-]+$/.test(name) ? name : JSON.stringify(name);
}
