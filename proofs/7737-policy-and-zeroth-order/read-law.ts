import { policyLaws } from '../../properties/7737-policy-and-zeroth-order/index.ts';
import type { AnyLaw } from '../../src/law/law.ts';
import { lawPart, type Shape } from '../theorem/law-reading.ts';
import { type ArgumentTheorem, type Kind, proved, type Scope } from '../theorem/theorem.ts';

/** The law of this id. */
export function lawOf(id: string): AnyLaw {
  const found = policyLaws.find((law) => law.id === id);
  if (found === undefined) throw new RangeError(`There is no law "${id}" of article 7737.`);
  return found;
}

/** A theorem that is a law itself, with the shapes of instances for which it is proved. */
export interface LawTheorem extends ArgumentTheorem {
  readonly law: AnyLaw;
  readonly shapes: readonly Shape[];
}

/** What there is to say of a law that is proved by reading it over symbols. */
export interface Reading {
  readonly scope: Scope;
  /** What the law says beyond that, in a sentence. */
  readonly leaves?: string;
  readonly kind?: Kind;
}

/** The law of this id, proved for instances of these shapes: its claim, with the texts of src/ in it, read over symbols. */
export function readLaw(
  id: string,
  { scope, leaves, kind = 'identity' }: Reading,
  shapes: readonly Shape[],
): LawTheorem {
  const law = lawOf(id);
  const { cites, states } = law;
  const statement = { id: `read.${id}`, laws: [id], cites, states, scope, ...(leaves === undefined ? {} : { leaves }) };
  const parts = shapes.map((shape) => lawPart(law, shape));
  return { ...proved(statement, parts, kind), law, shapes };
}
