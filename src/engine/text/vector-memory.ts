import { memoryOf, type Program, pageBytes, programOf } from '../wasm/host';
import { type ControlFinder, controlsProgram, listLength } from './controls';

/** Text put in at once; programs may read a page behind it, whatever stands there. */
const roomBytes = 256 << 10;
const listAt = roomBytes + pageBytes;
const answerAt = listAt + listLength * 4;
const answerLength = 2;

/**
 * Text where WebAssembly can look through it, sixteen bytes a step. Copying it there costs an eighth of what finding its line
 * ends byte by byte does. One of them serves all splitters of a thread: what is put in is used up before the next may come.
 */
export class VectorMemory implements ControlFinder {
  private readonly memory = memoryOf(answerAt + answerLength * 4);
  private readonly controls = this.program(controlsProgram, 'controls');
  private taken = false;
  readonly bytes = new Uint8Array(this.memory.buffer);
  readonly list = new Int32Array(this.memory.buffer, listAt, listLength);
  /** For what a program gives besides its result; it stands at `answer.byteOffset`. */
  readonly answer = new Int32Array(this.memory.buffer, answerAt, answerLength);

  program(code: Uint8Array<ArrayBuffer>, name: string, calls?: Readonly<Record<string, Program>>): Program {
    return programOf(code, name, this.memory, calls);
  }

  find(from: number, end: number): number {
    return (this.controls(from, end, listAt) - listAt) >> 2;
  }

  /** Puts in the first bytes of `text` and gives how many, 0 where what was put in before is not used up yet. */
  take(text: Uint8Array): number {
    if (this.taken) return 0;
    const part = text.length > roomBytes ? text.subarray(0, roomBytes) : text;
    this.bytes.set(part);
    this.taken = true;
    return part.length;
  }

  usedUp(): void {
    this.taken = false;
  }
}

/** Undefined where the host has no WebAssembly, none with vectors, or no room for it: then words of four bytes do the same. */
export const vectorMemory = made();

function made(): VectorMemory | undefined {
  try {
    return new VectorMemory();
  } catch {
    return undefined;
  }
}
