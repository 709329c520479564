/** What is used of WebAssembly: TypeScript declares it with the DOM only, and every host of ours has it without one. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(
      module: Module,
      imports: Readonly<Record<string, Readonly<Record<string, Memory | Program>>>>,
    );
    readonly exports: Readonly<Record<string, Program>>;
  }
}

export type Program = (...values: number[]) => number;

export interface ProgramMemory {
  readonly buffer: ArrayBuffer;
  /** By so many pages; buffers taken before are empty then. */
  grow(pages: number): number;
}

export const pageBytes = 64 << 10;

/** Throws RangeError where the host has no room for it. */
export function memoryOf(bytes: number): ProgramMemory {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
}

/** The function that `moduleOf` made of the code. Throws where the host does not know its instructions. */
export function programOf(
  code: Uint8Array<ArrayBuffer>,
  name: string,
  memory: ProgramMemory,
  calls: Readonly<Record<string, Program>> = {},
): Program {
  const host = { memory: memory as WebAssembly.Memory, ...calls };
  return new WebAssembly.Instance(new WebAssembly.Module(code), { host }).exports[name];
}
