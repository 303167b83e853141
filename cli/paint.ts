import pc from 'picocolors';
import { exitCode, type Verdict } from '../src/law/verdict.ts';

/** Text in color, or as it is. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  /** Green for what is as expected, red for what is wrong, yellow for what is not settled. */
  verdict(verdict: Verdict, text: string): string;
}

export function paints(colors: boolean): Paint {
  const { bold, dim, green, red, yellow } = pc.createColors(colors);
  const byCode = { 0: green, 1: red, 2: red, 3: yellow };
  return { bold, dim, verdict: (verdict, text) => byCode[exitCode([verdict])](text) };
}
