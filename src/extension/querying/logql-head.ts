import { secondsOf } from './span-text';

/** Comments at the top of a file that say where and when it is asked: `# source: shop`, `# range: 6h`. */
export interface FileHead {
  readonly source: string | undefined;
  readonly seconds: number | undefined;
}

/** Comments and blank lines are passed over. */
export function headOf(text: string): FileHead {
  const member = (name: string) =>
    new RegExp(`^#[ \\t]*${name}[ \\t]*:[ \\t]*(\\S[^\\n\\r]*)$`, 'm').exec(text)?.[1]?.trim();
  return { source: member('source'), seconds: secondsOf(member('range') ?? '') };
}
