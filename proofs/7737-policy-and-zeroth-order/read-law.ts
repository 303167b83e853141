import { policyLaws } from '../../properties/7737-policy-and-zeroth-order/index.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { lawPart, type Shape } from '../theorem/law-reading.ts';
import { type ArgumentTheorem, type Kind, type Part, proved, type Scope } from '../theorem/theorem.ts';
import { type DecidedShape, decidedPart } from './decisions/decided-part.ts';

/** The law of this id. */
export function lawOf(id: string): AnyLaw {
  const found = policyLaws.find((law) => law.id === id);
  if (found === undefined) throw new RangeError(`There is no law "${id}" of article 7737.`);
  return found;
}

/** A theorem that is a law itself, with the shapes of instances for which it is proved. */
export interface LawTheorem extends ArgumentTheorem {
  readonly law: AnyLaw;
  readonly shapes: readonly (Shape | DecidedShape)[];
}

const decides = (shape: Shape | DecidedShape): shape is DecidedShape => 'degree' in shape;

/** A law on one shape of instances. */
export const partOf = (law: AnyLaw, shape: Shape | DecidedShape, use?: unknown, claim?: AnyLaw['claim']): Part =>
  decides(shape) ? decidedPart(law, shape, use, claim) : lawPart(law, shape, use, claim);

/** What there is to say of a law that is proved by reading it over symbols. */
export interface Reading {
  readonly scope: Scope;
  /** What the law says beyond that, in a sentence. */
  readonly leaves?: string;
  readonly kind?: Kind;
}

/** The law of this id, proved for instances of these shapes: its claim, with the texts of src/ in it, read over symbols. */
export const readLaw = (id: string, reading: Reading, shapes: LawTheorem['shapes']): LawTheorem =>
  readClaim(lawOf(id), reading, shapes);

/** A law proved likewise. */
export function readClaim(
  law: AnyLaw,
  { scope, leaves, kind = 'identity' }: Reading,
  shapes: LawTheorem['shapes'],
): LawTheorem {
  const { id, cites, states } = law;
  const statement = { id: `read.${id}`, laws: [id], cites, states, scope, ...(leaves === undefined ? {} : { leaves }) };
  const parts = shapes.map((shape) => partOf(law, shape));
  return { ...proved(statement, parts, kind), law, shapes };
}
