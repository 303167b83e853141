import { readFileSync } from 'node:fs';

/** A theorem that Coq has checked; see the README of this folder. */
export interface CoqTheorem {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  /** The ids of the laws it is about. */
  readonly laws: readonly string[];
  readonly scope: string;
  /** The theorem in LaTeX. */
  readonly states: string;
  /** What it leaves of a law. */
  readonly leaves?: string;
}

const list = new URL('./theorems.json', import.meta.url);

/** The theorems that `theorems.json` lists beside the Coq files. */
export const coqTheorems: readonly CoqTheorem[] = JSON.parse(readFileSync(list, 'utf8'));
